import type { KeptPolicy } from '../policy.ts'
import type { AuthMethod, EnrollableFactor, FactorKind } from '../sign-in.ts'

/**
 * What really happened to an account, kept beside the model and decided without any of the rules under test: a rule that is
 * loosened changes what the model does, never what is true.
 */
export type Truth = {
  /** When an authenticator or SMS was last shown at a sign-in and not unlinked since. */
  provenAt: Date | null
  /** When the password was last chosen by mail and nothing but the mailbox was shown since. */
  resetAt: Date | null
  emailUses: Date[]
  unlinked: boolean
}

/** What one sign-in has really shown. */
export type Story = {
  password: boolean
  /** A passkey with user verification, where the organisation allowed it alone at that moment. */
  passkeyAlone: boolean
  shown: { method: AuthMethod; allowed: boolean } | null
  relinkCode: boolean
  linked: { kind: EnrollableFactor; enrollable: boolean; nothingToShow: boolean; unlinked: boolean } | null
}

/** A session that was opened. */
export type Entry = { method: AuthMethod; story: Story; recoveryCodeKept: boolean }

export type Rules = { policy: KeptPolicy; package: 'entry' | 'institution' }

const DAY = 86_400_000
const OF_PACKAGE: Record<Rules['package'], readonly FactorKind[]> = {
  entry: ['authenticator', 'passkey'],
  institution: ['authenticator', 'passkey', 'sms', 'email'],
}

/** What the organisation chose, as far as its package goes; all of the package where that leaves nothing to set up. */
function chosen({ policy, package: kind }: Rules): readonly FactorKind[] {
  const kept = OF_PACKAGE[kind].filter((one) => policy.allowed.includes(one))
  return kept.length === 0 || kept.join() === 'email' ? OF_PACKAGE[kind] : kept
}

/** Whether this method takes the second step at this moment, in the words of the product and nobody's code. */
export function isTrulyAllowed(method: AuthMethod, rules: Rules, truth: Truth, now: Date): boolean {
  if (method === 'recovery-code') return true
  const { policy, package: kind } = rules
  const inGrace = policy.graceEndsAt !== null && policy.graceEndsAt > now && policy.phasedOut.includes(method)
  const allowed = chosen(rules).includes(method) || (inGrace && OF_PACKAGE[kind].includes(method))
  if (!allowed) return false
  return method !== 'email' || isEmailFair(truth, now)
}

/** Linking anew: what is leaving is not for it. */
export function isTrulyLinkable(kind: EnrollableFactor, rules: Rules): boolean {
  return chosen(rules).includes(kind)
}

function isEmailFair({ provenAt, resetAt, emailUses, unlinked }: Truth, now: Date): boolean {
  const recent = emailUses.filter((use) => now.getTime() - use.getTime() < 30 * DAY)
  const afterReset = resetAt !== null && now.getTime() - resetAt.getTime() < 7 * DAY
  return provenAt !== null && !afterReset && !unlinked && recent.length < 5
}

/** What is wrong with a session that was opened; empty when nothing is. */
export function whatIsWrong({ method, story, recoveryCodeKept }: Entry): string[] {
  const { password, passkeyAlone, shown, relinkCode, linked } = story
  const wrong: string[] = []
  if (!password && !passkeyAlone) wrong.push('no password, and no passkey that was enough alone')
  if (!shown && !linked) wrong.push('no second step')
  if (!linked && shown && !shown.allowed) wrong.push(`${shown.method} was not allowed`)
  if (linked && !linked.enrollable) wrong.push(`${linked.kind} could not be linked`)
  if (linked && !shown && linked.unlinked && !relinkCode) wrong.push('linked after an unlinking, without the code')
  if (linked && !shown && !relinkCode && !linked.nothingToShow) wrong.push('linked with something to show')
  if (shown?.method === 'email' && linked) wrong.push('linked behind the mailbox')
  if (method !== 'email' && !recoveryCodeKept) wrong.push('a recovery code was not kept')
  if (method !== (linked?.kind ?? shown?.method)) wrong.push('another way than was shown')
  return wrong
}
