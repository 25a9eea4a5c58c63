import { AUTHENTICATORS_PER_ACCOUNT, type EnrollableFactor, PASSKEYS_PER_ACCOUNT } from '@keyholder/domain'
import type { Factor, SecondSteps } from '../factor-queries.ts'

const MOST: Record<EnrollableFactor, number> = {
  authenticator: AUTHENTICATORS_PER_ACCOUNT,
  passkey: PASSKEYS_PER_ACCOUNT,
  // Another one takes its place.
  sms: 1,
}

/** What can be added: what may be linked here, and has room. */
export function addable({ factors, enrollable }: Pick<SecondSteps, 'factors' | 'enrollable'>): EnrollableFactor[] {
  return enrollable.filter((kind) => count(factors, kind) < MOST[kind])
}

/** Of what there are so many that no other can be added. A number is replaced: nothing to tell. */
export function fullOf({ factors, enrollable }: Pick<SecondSteps, 'factors' | 'enrollable'>): EnrollableFactor[] {
  return enrollable.filter((kind) => kind !== 'sms' && count(factors, kind) >= MOST[kind])
}

/** Whether the owner can do without this one: another stays that is allowed. The server decides; this keeps a dead end from sight. */
export function isRemovable(factor: Pick<Factor, 'id'>, factors: readonly Pick<Factor, 'id' | 'allowed'>[]): boolean {
  return factors.some(({ id, allowed }) => id !== factor.id && allowed)
}

/** Whether sign-in could begin with this one instead. */
export function isPreferable(
  { kind, allowed }: Pick<Factor, 'kind' | 'allowed'>,
  { factors, preferred }: Pick<SecondSteps, 'factors' | 'preferred'>,
): boolean {
  return allowed && kind !== preferred && factors.some((other) => other.kind !== kind)
}

function count(factors: readonly Pick<Factor, 'kind'>[], wanted: EnrollableFactor): number {
  return factors.filter(({ kind }) => kind === wanted).length
}
