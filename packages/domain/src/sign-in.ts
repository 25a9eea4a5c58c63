/** What an organisation can allow as the second step, in the order in which it is offered: strongest habit first. */
export const FACTOR_KINDS = ['authenticator', 'passkey', 'sms', 'email'] as const

export type FactorKind = (typeof FACTOR_KINDS)[number]

/** What a person sets up. The e-mail code needs no setting up: it goes to the address of the account. */
export const ENROLLABLE_FACTORS = ['authenticator', 'passkey', 'sms'] as const satisfies readonly FactorKind[]

export type EnrollableFactor = (typeof ENROLLABLE_FACTORS)[number]

/** How a factor stands: begun and not shown to work yet, in use, or switched off by wrong codes. */
export const FACTOR_STATES = ['pending', 'linked', 'off'] as const

/** Every method of the second step. */
export const AUTH_METHODS = [...FACTOR_KINDS, 'recovery-code'] as const

export type AuthMethod = (typeof AUTH_METHODS)[number]

/** The methods that prove something beside the mailbox. */
export type StrongMethod = Exclude<AuthMethod, 'email'>

/** The mailbox resets the password too, so it alone is weak: such a session administers nothing (product.md). */
export function isStrong(method: AuthMethod): method is StrongMethod {
  return method !== 'email'
}

/**
 * Where a sign-in stands between the password and the session. Each is a stored row with an id of its own;
 * none of them carries a right.
 */
export const SIGN_IN_STEPS = ['factor', 'relink', 'enrol', 'keep-recovery-code'] as const

export type SignInStep = (typeof SIGN_IN_STEPS)[number]

/** How long a sign-in may stand between two steps. NIST 800-63B-4 §3.1.3. */
export const ATTEMPT_LIFETIME_SECONDS = 600

/** A session older than this since its last second factor must show it again for a sensitive act. */
export const FRESH_SECONDS = 600

/** The oldest session ends when an account opens one more than this (SES-10). */
export const SESSIONS_PER_ACCOUNT = 20

/** What was not used for so long is asked after: does it still work? */
export const ASK_AFTER_DAYS = 28

/** How an account stands at a second step. */
export type FactorState = {
  /** What is linked and not switched off, allowed or not. */
  linked: readonly EnrollableFactor[]
  /** Allowed by the organisation that one comes into, at this moment. */
  allowed: readonly FactorKind[]
  /** There is one, kept or not. */
  hasRecoveryCode: boolean
  recoveryCodeKept: boolean
  /** Somebody unlinked the authenticator and no new one was linked since. */
  relinkPending: boolean
  emailCode: EmailCodeState
}

/**
 * What follows once the password is proven: pure, so that every road (sign-in, reset, invitation) asks the same rule.
 * An unlinked person shows the re-link code before linking: else the password alone would do (REC-18).
 */
export function stepAfterPassword({
  linked,
  hasRecoveryCode,
  relinkPending,
}: Pick<FactorState, 'linked' | 'hasRecoveryCode' | 'relinkPending'>): SignInStep {
  if (relinkPending) return 'relink'
  if (linked.length === 0 && !hasRecoveryCode) return 'enrol'
  return 'factor'
}

/**
 * The methods that can be chosen at the step `factor`, in the order in which they are offered. What is linked and no longer
 * allowed is among them: it proves who one is and leads to linking what is allowed, never to a session.
 */
export function usableMethods(factorState: FactorState, now: Date): AuthMethod[] {
  const { linked, hasRecoveryCode, relinkPending } = factorState
  if (relinkPending) return []
  return AUTH_METHODS.filter((method) => {
    if (method === 'recovery-code') return hasRecoveryCode
    if (method === 'email') return emailCodeRefusal(factorState, now) === null
    return linked.includes(method)
  })
}

/** What follows once the second step is taken by a method of `usableMethods`. `done` opens the session. */
export function stepAfterSecondStep(
  method: AuthMethod,
  { allowed, recoveryCodeKept }: Pick<FactorState, 'allowed' | 'recoveryCodeKept'>,
): SignInStep | 'done' {
  // Used up: the next one is kept before going on.
  if (method === 'recovery-code') return 'keep-recovery-code'
  // The policy changed and its grace is over.
  if (!allowed.includes(method)) return 'enrol'
  // The weak one makes no recovery code: that would outlive it and be strong.
  if (method === 'email') return 'done'
  return recoveryCodeKept ? 'done' : 'keep-recovery-code'
}

/** What follows once something was linked during a sign-in. */
export function stepAfterEnrollment({ recoveryCodeKept }: Pick<FactorState, 'recoveryCodeKept'>): SignInStep | 'done' {
  return recoveryCodeKept ? 'done' : 'keep-recovery-code'
}

/** What decides over the e-mail code. */
export type EmailCodeState = {
  /** The first sign-in with an authenticator or SMS that was linked before; null: never. */
  provenAt: Date | null
  /** The last password was chosen by a link in a mail, and no strong factor was shown since. */
  resetByMailAt: Date | null
  /** When the last e-mail codes signed in. */
  uses: readonly Date[]
}

export const EMAIL_CODE_USES = 5
export const EMAIL_CODE_USES_DAYS = 30
const AFTER_RESET_DAYS = 7
const DAY_MILLISECONDS = 86_400_000

export const EMAIL_CODE_REFUSALS = ['not-allowed', 'unlinked', 'not-proven', 'after-reset', 'used-up'] as const

export type EmailCodeRefusal = (typeof EMAIL_CODE_REFUSALS)[number]

/**
 * Why there is no e-mail code now, or null when there is: only after an authenticator or SMS was proven (ENR-15, ENR-16), not while
 * an unlinking is pending (ENR-17), not for seven days after a reset by mail (one mailbox must not be both factors), and five
 * times in thirty days.
 */
export function emailCodeRefusal(
  { allowed, relinkPending, emailCode }: Pick<FactorState, 'allowed' | 'relinkPending' | 'emailCode'>,
  now: Date,
): EmailCodeRefusal | null {
  const { provenAt, resetByMailAt, uses } = emailCode
  const daysAgo = (days: number) => now.getTime() - days * DAY_MILLISECONDS
  if (!allowed.includes('email')) return 'not-allowed'
  if (relinkPending) return 'unlinked'
  if (provenAt === null) return 'not-proven'
  if (resetByMailAt && resetByMailAt.getTime() > daysAgo(AFTER_RESET_DAYS)) return 'after-reset'
  const recent = uses.filter((use) => use.getTime() > daysAgo(EMAIL_CODE_USES_DAYS))
  return recent.length >= EMAIL_CODE_USES ? 'used-up' : null
}
