import type { PackageKind } from './packages.ts'
import { PASSWORD_MIN } from './password.ts'
import { ENROLLABLE_FACTORS, type EnrollableFactor, FACTOR_KINDS, type FactorKind } from './sign-in.ts'

/** How the members of an organisation sign in. */
export type Policy = {
  allowed: readonly FactorKind[]
  /** A passkey with user verification is the whole sign-in, without a password. */
  passkeyAlone: boolean
  /** A session ends after so long without use, and after so long anyway. */
  idleMinutes: number
  absoluteHours: number
  passwordMin: number
}

/** A policy as it is kept: what left it is still allowed until the grace is over. */
export type KeptPolicy = Policy & { phasedOut: readonly FactorKind[]; graceEndsAt: Date | null }

export const IDLE_MINUTES = { from: 5, to: 120 } as const
export const ABSOLUTE_HOURS = { from: 1, to: 24 } as const
export const POLICY_PASSWORD_MIN = { from: PASSWORD_MIN, to: 64 } as const
/** How long a grace may take. */
export const GRACE_DAYS = { from: 1, to: 180 } as const
/** How many days before the end of the grace period members are reminded to set up something else. */
export const REMIND_DAYS_BEFORE = [7, 1] as const

const DAY_MILLISECONDS = 86_400_000

/**
 * What each package allows (the two source documents: the review site asks for the app, the registry lets one choose between
 * app, SMS and then e-mail). Passkeys are stronger than all of them and always allowed.
 */
export const PACKAGE_FACTORS: Readonly<Record<PackageKind, readonly FactorKind[]>> = {
  entry: ['authenticator', 'passkey'],
  institution: FACTOR_KINDS,
  provider: ['authenticator', 'passkey'],
  platform: ['authenticator', 'passkey'],
}

/** What an organisation begins with. */
export function policyOfPackage(kind: PackageKind): KeptPolicy {
  return {
    allowed: PACKAGE_FACTORS[kind],
    passkeyAlone: false,
    idleMinutes: 30,
    absoluteHours: 12,
    passwordMin: PASSWORD_MIN,
    phasedOut: [],
    graceEndsAt: null,
  }
}

/** What takes the second step at this moment: what is allowed, what is leaving until its grace is over, within the package. */
export function allowedAt(
  { allowed, phasedOut, graceEndsAt }: Pick<KeptPolicy, 'allowed' | 'phasedOut' | 'graceEndsAt'>,
  kind: PackageKind,
  now: Date,
): FactorKind[] {
  const still = graceEndsAt !== null && graceEndsAt > now ? phasedOut : []
  return eachOnce([...inPackage(allowed, kind), ...still]).filter((factor) => PACKAGE_FACTORS[kind].includes(factor))
}

/** What can be enrolled: methods being phased out cannot. */
export function enrollableAt({ allowed }: Pick<Policy, 'allowed'>, kind: PackageKind): EnrollableFactor[] {
  const possible = inPackage(allowed, kind)
  return ENROLLABLE_FACTORS.filter((factor) => possible.includes(factor))
}

/**
 * A policy outlives its package: where the smaller one leaves nothing to link, all that it has is allowed. Nobody would get in
 * otherwise, the holder neither.
 */
function inPackage(allowed: readonly FactorKind[], kind: PackageKind): readonly FactorKind[] {
  const kept = allowed.filter((factor) => PACKAGE_FACTORS[kind].includes(factor))
  return ENROLLABLE_FACTORS.some((linked) => kept.includes(linked)) ? kept : PACKAGE_FACTORS[kind]
}

/** Each kind once, in the order of `FACTOR_KINDS`. */
export function eachOnce(kinds: readonly FactorKind[]): FactorKind[] {
  return FACTOR_KINDS.filter((kind) => kinds.includes(kind))
}

/** What is allowed at this moment and not by the next policy: it leaves, also what was leaving already. */
export function phasedOutBy(
  next: Pick<Policy, 'allowed'>,
  current: Pick<KeptPolicy, 'allowed' | 'phasedOut' | 'graceEndsAt'>,
  { kind, now }: { kind: PackageKind; now: Date },
): FactorKind[] {
  return allowedAt(current, kind, now).filter((factor) => !next.allowed.includes(factor))
}

/** Whether a grace may end then: one day to half a year from now, or when it would have ended before this change. */
export function isGrace(until: Date, { current, now }: { current: Date | null; now: Date }): boolean {
  const isKept = until.getTime() === current?.getTime() && until > now
  const days = (until.getTime() - now.getTime()) / DAY_MILLISECONDS
  return isKept || (days >= GRACE_DAYS.from && days <= GRACE_DAYS.to)
}
