import { ASK_AFTER_DAYS, type EnrollableFactor, type FactorKind } from './sign-in.ts'

/** Several phones or apps may be linked, not endlessly many. */
export const AUTHENTICATORS_PER_ACCOUNT = 5

export const PASSKEYS_PER_ACCOUNT = 10

/** One number may be shared by a few accounts of one person, not by fifty (ENR-14). */
export const ACCOUNTS_PER_PHONE = 5

/** A passkey signs its challenge within this. */
export const CHALLENGE_LIFETIME_SECONDS = 300

const DAY_MILLISECONDS = 86_400_000

/** Whether to ask after something for the second step: it was not used, or linked, for four weeks. */
export function asksWhetherItWorks(
  { linkedAt, lastUsedAt }: { linkedAt: Date; lastUsedAt: Date | null },
  now: Date,
): boolean {
  const last = Math.max(linkedAt.getTime(), lastUsedAt?.getTime() ?? 0)
  return now.getTime() - last >= ASK_AFTER_DAYS * DAY_MILLISECONDS
}

/**
 * Whether a user can do without one of their factors: another one remains that the organisation allows. The e-mail code and
 * the recovery code do not count, they are for when everything else is gone.
 */
export function canDoWithout(others: readonly EnrollableFactor[], allowed: readonly FactorKind[]): boolean {
  return others.some((kind) => allowed.includes(kind))
}
