import { type AuthMethod, ENROLLABLE_FACTORS, type EnrollableFactor } from '@keyholder/domain'
import type { Settings } from '../../settings.ts'
import type { AccountFactorState } from './find-factor-state.ts'

/** The preferred method first, the others as they were. */
export function inOrder<Method extends AuthMethod>(
  methods: readonly Method[],
  { preferred }: Pick<AccountFactorState, 'preferred'>,
): Method[] {
  return [...methods.filter((method) => method === preferred), ...methods.filter((method) => method !== preferred)]
}

/** Where a code would go: the last two digits of a number, or the address of the account. Null for the other methods. */
export function sentTo(
  method: AuthMethod,
  { ending, email }: Pick<AccountFactorState, 'ending' | 'email'>,
): string | null {
  if (method === 'email') return email
  return method === 'sms' && ending !== null ? `…${ending}` : null
}

/** What can be linked at this moment: no number while text messages are switched off, or not set up at all. */
export function enrollableHere(
  { enrollable, smsOff }: Pick<AccountFactorState, 'enrollable' | 'smsOff'>,
  { sms }: Pick<Settings, 'sms'>,
): EnrollableFactor[] {
  return enrollable.filter((kind) => kind !== 'sms' || (sms !== null && !smsOff))
}

/** What is linked is what can be shown again: the recovery code is used up by it, and the e-mail code is weak. */
export type StepUpMethod = EnrollableFactor

/** The strong methods of a session's owner, to show the second step again where they work now. */
export function stepUpMethods(factorState: AccountFactorState): { method: StepUpMethod; sentTo: string | null }[] {
  const usable = ENROLLABLE_FACTORS.filter(
    (method) => factorState.linked.includes(method) && factorState.allowed.includes(method),
  )
  return inOrder(usable, factorState).map((method) => ({ method, sentTo: sentTo(method, factorState) }))
}
