import type { PackageKind } from './packages.ts'
import { PASSWORD_MIN } from './password.ts'
import { FACTOR_KINDS, type FactorKind, LINKED_KINDS, type LinkedKind } from './sign-in.ts'

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
export type KeptPolicy = Policy & { leaving: readonly FactorKind[]; graceUntil: Date | null }

export const IDLE_MINUTES = { from: 5, to: 120 } as const
export const ABSOLUTE_HOURS = { from: 1, to: 24 } as const
export const POLICY_PASSWORD_MIN = { from: PASSWORD_MIN, to: 64 } as const
/** How long a grace may take. */
export const GRACE_DAYS = { from: 1, to: 180 } as const

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
    leaving: [],
    graceUntil: null,
  }
}

/** What takes the second step at this moment: what is allowed, what is leaving until its grace is over, within the package. */
export function allowedAt(
  { allowed, leaving, graceUntil }: Pick<KeptPolicy, 'allowed' | 'leaving' | 'graceUntil'>,
  kind: PackageKind,
  now: Date,
): FactorKind[] {
  const still = graceUntil !== null && graceUntil > now ? leaving : []
  return FACTOR_KINDS.filter(
    (factor) => [...allowed, ...still].includes(factor) && PACKAGE_FACTORS[kind].includes(factor),
  )
}

/** What can be linked anew: what is leaving cannot. */
export function linkableAt({ allowed }: Pick<Policy, 'allowed'>, kind: PackageKind): LinkedKind[] {
  return LINKED_KINDS.filter((factor) => allowed.includes(factor) && PACKAGE_FACTORS[kind].includes(factor))
}
