/**
 * The second factors that a person can set up, strongest habit first. Issue by issue this list grows;
 * the order is the order in which they are offered.
 */
export const FACTOR_KINDS = ['authenticator'] as const

export type FactorKind = (typeof FACTOR_KINDS)[number]

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

export const SESSION_IDLE_SECONDS = 30 * 60

export const SESSION_ABSOLUTE_SECONDS = 12 * 3600

/** The oldest session ends when an account opens one more than this (SES-10). */
export const SESSIONS_PER_ACCOUNT = 20

type Standing = {
  /** Factors that are active now, after the policy of the organisation. */
  factors: readonly FactorKind[]
  /** Somebody unlinked the authenticator and no new one was linked since. */
  relinkPending: boolean
}

/**
 * What follows once the password is proven: pure, so that every road (sign-in, reset, invitation) asks the same rule.
 * An unlinked person shows the re-link code before linking: else the password alone would do (REC-18).
 */
export function stepAfterPassword({ factors, relinkPending }: Standing): SignInStep {
  if (relinkPending) return 'relink'
  if (factors.length === 0) return 'enrol'
  return 'factor'
}
