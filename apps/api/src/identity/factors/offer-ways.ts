import { LINKED_KINDS, type LinkedKind, type SecondStepWay } from '@keyholder/domain'
import type { Settings } from '../../settings.ts'
import type { AccountStanding } from './find-standing.ts'

/** The preferred way first, the others as they were. */
export function inOrder<Way extends SecondStepWay>(
  ways: readonly Way[],
  { preferred }: Pick<AccountStanding, 'preferred'>,
): Way[] {
  return [...ways.filter((way) => way === preferred), ...ways.filter((way) => way !== preferred)]
}

/** Where a code would go: the last two digits of a number, or the address of the account. Null for the other ways. */
export function sentTo(
  way: SecondStepWay,
  { ending, email }: Pick<AccountStanding, 'ending' | 'email'>,
): string | null {
  if (way === 'email') return email
  return way === 'sms' && ending !== null ? `…${ending}` : null
}

/** What can be linked at this moment: no number while text messages are switched off, or not set up at all. */
export function linkableHere(
  { linkable, smsOff }: Pick<AccountStanding, 'linkable' | 'smsOff'>,
  { sms }: Pick<Settings, 'sms'>,
): LinkedKind[] {
  return linkable.filter((kind) => kind !== 'sms' || (sms !== null && !smsOff))
}

/** What is linked is what can be shown again: the recovery code is used up by it, and the e-mail code is weak. */
export type FreshWay = LinkedKind

/** The strong ways of a session's owner, to show the second step again where they work now. */
export function freshWays(standing: AccountStanding): { way: FreshWay; sentTo: string | null }[] {
  const usable = LINKED_KINDS.filter((way) => standing.linked.includes(way) && standing.allowed.includes(way))
  return inOrder(usable, standing).map((way) => ({ way, sentTo: sentTo(way, standing) }))
}
