import { allowedAt, enrollableAt, type KeptPolicy, policyOfPackage } from '../policy.ts'
import {
  ATTEMPT_LIFETIME_SECONDS,
  AUTH_METHODS,
  type AuthMethod,
  type EmailCodeState,
  ENROLLABLE_FACTORS,
  type EnrollableFactor,
  type FactorKind,
  type FactorState,
  isStrong,
  type SignInStep,
  stepAfterEnrollment,
  stepAfterPassword,
  stepAfterSecondStep,
  usableMethods,
} from '../sign-in.ts'
import { type Entry, isTrulyAllowed, isTrulyLinkable, type Rules, type Story, type Truth } from './sign-in-truth.ts'

/** What can happen to one account, in any order. `tab` is one of the sign-ins that are open at once. */
export type Event =
  | { do: 'password'; tab: number; right: boolean }
  | { do: 'passkey-alone'; tab: number; right: boolean; verified: boolean }
  | { do: 'show'; tab: number; method: AuthMethod; right: boolean }
  | { do: 'relink'; tab: number; right: boolean }
  | { do: 'link'; tab: number; kind: EnrollableFactor; right: boolean }
  | { do: 'keep'; tab: number }
  /** Whatever comes next in this tab, done right: so that walks come far. */
  | { do: 'go-on'; tab: number; choice: number }
  | { do: 'unlink' | 'switch-off' | 'reset-by-mail' | 'renew-code' | 'leave-code' }
  | { do: 'remove'; kind: EnrollableFactor }
  | { do: 'policy'; allowed: readonly FactorKind[]; passkeyAlone: boolean; graceDays: number }
  | { do: 'package'; kind: Rules['package'] }
  | { do: 'wait'; seconds: number }

type Attempt = { step: SignInStep; shown: AuthMethod | null; begunAt: Date; story: Story }

export type Account = Rules & {
  now: Date
  linked: EnrollableFactor[]
  switchedOff: boolean
  recovery: { kept: boolean } | null
  relinkPending: boolean
  emailCode: EmailCodeState
  truth: Truth
  attempts: (Attempt | null)[]
}

const DAY = 86_400_000
const NOTHING_SHOWN: Story = { password: false, passkeyAlone: false, shown: null, relinkCode: false, linked: null }

export function newAccount(): Account {
  return {
    now: new Date('2026-11-22T08:00:00Z'),
    policy: policyOfPackage('institution'),
    package: 'institution',
    linked: [],
    switchedOff: false,
    recovery: null,
    relinkPending: false,
    emailCode: { provenAt: null, resetByMailAt: null, uses: [] },
    truth: { provenAt: null, resetAt: null, emailUses: [], unlinked: false },
    attempts: [null, null, null],
  }
}

/** What somebody's account does with an event, by the rules under test. Gives the session that it opens, or null. */
export function happen(account: Account, event: Event): Entry | null {
  switch (event.do) {
    case 'password':
      return event.right ? verifyPassword(account, event.tab) : null
    case 'passkey-alone':
      return event.right && event.verified ? presentPasskeyAlone(account, event.tab) : null
    case 'show':
      return event.right ? show(account, event.tab, event.method) : null
    case 'relink':
      return event.right ? relink(account, event.tab) : null
    case 'link':
      return event.right ? link(account, event.tab, event.kind) : null
    case 'keep':
      return keep(account, event.tab)
    case 'go-on':
      return happen(account, nextOf(account, event))
    default:
      return befall(account, event)
  }
}

function nextOf({ attempts }: Account, { tab, choice }: { tab: number; choice: number }): Event {
  const right = true
  switch (attempts[tab]?.step) {
    case 'factor':
      return { do: 'show', tab, method: AUTH_METHODS[choice % AUTH_METHODS.length] ?? 'authenticator', right }
    case 'enrol':
      return { do: 'link', tab, kind: ENROLLABLE_FACTORS[choice % ENROLLABLE_FACTORS.length] ?? 'authenticator', right }
    case 'relink':
      return { do: 'relink', tab, right }
    case 'keep-recovery-code':
      return { do: 'keep', tab }
    case undefined:
      return { do: 'password', tab, right }
  }
}

function factorStateOf({
  linked,
  policy,
  package: kind,
  now,
  recovery,
  relinkPending,
  emailCode,
}: Account): FactorState {
  return {
    linked,
    allowed: allowedAt(policy, kind, now),
    hasRecoveryCode: recovery !== null,
    recoveryCodeKept: recovery?.kept ?? false,
    relinkPending,
    emailCode,
  }
}

/** The sign-in of a tab, when it is at this step and not too old. */
function attemptAt({ attempts, now }: Account, tab: number, step: SignInStep): Attempt | null {
  const attempt = attempts[tab]
  if (attempt?.step !== step) return null
  return now.getTime() - attempt.begunAt.getTime() < ATTEMPT_LIFETIME_SECONDS * 1000 ? attempt : null
}

function verifyPassword(account: Account, tab: number): null {
  if (account.linked.length === 0 && account.switchedOff) return null
  const story = { ...NOTHING_SHOWN, password: true }
  account.attempts[tab] = { step: stepAfterPassword(factorStateOf(account)), shown: null, begunAt: account.now, story }
  return null
}

function presentPasskeyAlone(account: Account, tab: number): Entry | null {
  const { policy, package: kind, now, linked } = account
  if (!linked.includes('passkey') || !policy.passkeyAlone || !allowedAt(policy, kind, now).includes('passkey'))
    return null
  const story = { ...NOTHING_SHOWN, passkeyAlone: true }
  account.attempts[tab] = { step: 'factor', shown: null, begunAt: now, story }
  return show(account, tab, 'passkey')
}

function has({ linked, recovery }: Account, method: AuthMethod): boolean {
  if (method === 'email') return true
  return method === 'recovery-code' ? recovery !== null : linked.includes(method)
}

function show(account: Account, tab: number, method: AuthMethod): Entry | null {
  const attempt = attemptAt(account, tab, 'factor')
  const { now, truth, switchedOff } = account
  if (!attempt || switchedOff || !has(account, method) || !usableMethods(factorStateOf(account), now).includes(method))
    return null
  const story = { ...attempt.story, shown: { method, allowed: isTrulyAllowed(method, account, truth, now) } }
  const step = stepAfterSecondStep(method, factorStateOf(account))
  recordFactorUse(account, method)
  if (method === 'recovery-code') {
    account.recovery = { kept: false }
    endAttemptsShowingRecoveryCode(account)
  }
  if (step === 'done') return open(account, tab, { method, story })
  account.attempts[tab] = { step, shown: isStrong(method) ? method : null, begunAt: now, story }
  if (step === 'keep-recovery-code') account.recovery ??= { kept: false }
  return null
}

/** As the API keeps it, and as it is true. */
function recordFactorUse(account: Account, method: AuthMethod): void {
  const { now, emailCode, truth } = account
  const proves = method === 'authenticator' || method === 'sms'
  account.emailCode = isStrong(method)
    ? { ...emailCode, resetByMailAt: null, provenAt: emailCode.provenAt ?? (proves ? now : null) }
    : { ...emailCode, uses: [...emailCode.uses, now] }
  if (method === 'email') truth.emailUses.push(now)
  else truth.resetAt = null
  if (proves) truth.provenAt = now
}

function relink(account: Account, tab: number): null {
  const attempt = attemptAt(account, tab, 'relink')
  if (!attempt || !account.relinkPending) return null
  const story = { ...attempt.story, relinkCode: true }
  account.attempts[tab] = { ...attempt, step: 'enrol', begunAt: account.now, story }
  return null
}

function link(account: Account, tab: number, kind: EnrollableFactor): Entry | null {
  const attempt = attemptAt(account, tab, 'enrol')
  const { policy, package: packageKind, linked, recovery, truth, now } = account
  if (!attempt || !enrollableAt(policy, packageKind).includes(kind)) return null
  // Somebody who had nothing linked has by now, in another tab.
  if (attempt.shown === null && (linked.length > 0 || account.switchedOff)) return null
  const nothingToShow = linked.length === 0 && recovery === null
  const enrollable = isTrulyLinkable(kind, account)
  const story = { ...attempt.story, linked: { kind, enrollable, nothingToShow, unlinked: truth.unlinked } }
  account.linked = [...new Set([...linked, kind])]
  account.relinkPending = false
  truth.unlinked = false
  const step = stepAfterEnrollment(factorStateOf(account))
  if (step === 'done') return open(account, tab, { method: kind, story })
  account.attempts[tab] = { step, shown: kind, begunAt: now, story }
  account.recovery = { kept: false }
  return null
}

function keep(account: Account, tab: number): Entry | null {
  const attempt = attemptAt(account, tab, 'keep-recovery-code')
  if (!attempt?.shown) return null
  account.recovery = { kept: true }
  endAttemptsShowingRecoveryCode(account)
  return open(account, tab, { method: attempt.shown, story: attempt.story })
}

function open(account: Account, tab: number, entry: Pick<Entry, 'method' | 'story'>): Entry {
  account.attempts[tab] = null
  return { ...entry, recoveryCodeKept: account.recovery?.kept ?? false }
}

/** What is shown in another tab is no longer the code. */
function endAttemptsShowingRecoveryCode(account: Account): void {
  account.attempts = account.attempts.map((one) => (one?.step === 'keep-recovery-code' ? null : one))
}

type Befalling = Exclude<Event, { tab: number }>

/** What others do, or what somebody does from a session. */
function befall(account: Account, event: Befalling): null {
  switch (event.do) {
    case 'unlink':
      unlink(account)
      break
    case 'switch-off':
      account.switchedOff ||= account.linked.length > 0
      account.linked = []
      break
    case 'reset-by-mail':
      account.attempts = [null, null, null]
      account.emailCode = { ...account.emailCode, resetByMailAt: account.now }
      account.truth.resetAt = account.now
      break
    case 'renew-code':
      if (account.recovery) account.recovery = { kept: false }
      endAttemptsShowingRecoveryCode(account)
      break
    case 'leave-code':
      if (account.recovery) account.recovery = { kept: true }
      break
    case 'remove':
      if (account.linked.length > 1) account.linked = account.linked.filter((kind) => kind !== event.kind)
      break
    case 'policy':
      account.policy = changed(account, event)
      break
    case 'package':
      account.package = event.kind
      break
    case 'wait':
      account.now = new Date(account.now.getTime() + event.seconds * 1000)
  }
  return null
}

function unlink(account: Account): void {
  if (account.linked.length === 0 && !account.switchedOff && !account.relinkPending) return
  account.linked = []
  account.switchedOff = false
  account.recovery = null
  account.relinkPending = true
  account.emailCode = { ...account.emailCode, provenAt: null }
  account.truth.provenAt = null
  account.truth.unlinked = true
  account.attempts = [null, null, null]
}

/** What is taken away leaves at once, or after a grace. */
function changed({ policy, now }: Account, change: Extract<Event, { do: 'policy' }>): KeptPolicy {
  const { allowed, passkeyAlone, graceDays } = change
  const phasedOut = graceDays === 0 ? [] : policy.allowed.filter((kind) => !allowed.includes(kind))
  const graceEndsAt = phasedOut.length === 0 ? null : new Date(now.getTime() + graceDays * DAY)
  return { ...policy, allowed, passkeyAlone, phasedOut, graceEndsAt }
}
