import {
  countLosing,
  type EnrollableFactor,
  type FactorKind,
  isGrace,
  type KeptPolicy,
  PACKAGE_FACTORS,
  type PackageKind,
  type Policy,
  phasedOutBy,
} from '@keyholder/domain'
import type { Tx } from '@keyholder/prisma'
import { Problem } from '../../problem.ts'
import { countPeopleByFactors } from './count-people.ts'

/** A policy as it was chosen. */
export type Choice = Policy & { graceEndsAt: Date | null }

type Around = { current: KeptPolicy; kind: PackageKind; now: Date }

/**
 * What a choice makes of the policy, when it may be: within the package, the holder keeps a way in, and nobody else is left without
 * one unannounced.
 * @throws Problem with what is wrong with the choice
 */
export async function requireAllowed(tx: Tx, choice: Choice, { current, kind, now }: Around): Promise<KeptPolicy> {
  requireInPackage(choice.allowed, kind)
  requirePasskeys(choice)
  await requireFactorOfHolder(tx, choice)
  const { graceEndsAt } = choice
  const phasedOut = phasedOutBy(choice, current, { kind, now })
  if (phasedOut.length === 0) return { ...choice, phasedOut: [], graceEndsAt: null }
  if (graceEndsAt === null) {
    await requireNobodyLosing(tx, { allowed: choice.allowed, phasedOut })
    return { ...choice, phasedOut: [], graceEndsAt }
  }
  if (!isGrace(graceEndsAt, { current: current.graceEndsAt, now })) {
    throw new Problem('policy.needs_grace', { reason: 'out_of_range' })
  }
  return { ...choice, phasedOut, graceEndsAt }
}

/** @throws Problem `policy.not_in_package` */
export function requireInPackage(allowed: readonly FactorKind[], kind: PackageKind): void {
  if (allowed.every((factor) => PACKAGE_FACTORS[kind].includes(factor))) return
  throw new Problem('policy.not_in_package')
}

function requirePasskeys({ allowed, passkeyAlone }: Choice): void {
  if (!passkeyAlone || allowed.includes('passkey')) return
  const message = 'Allow passkeys, to let them be the whole sign-in.'
  throw new Problem('request.invalid', { errors: [{ path: 'passkeyAlone', code: 'needs_passkey', message }] })
}

/** Also during the grace period: the package holder must not find out by being locked out. */
async function requireFactorOfHolder(tx: Tx, { allowed }: Choice): Promise<void> {
  const [row] = await tx.$queryRaw<{ linked: EnrollableFactor[] }[]>`SELECT lock_holder_factors() AS linked`
  if (row?.linked.some((method) => allowed.includes(method))) return
  throw new Problem('policy.locks_you_out')
}

async function requireNobodyLosing(tx: Tx, change: Pick<KeptPolicy, 'allowed' | 'phasedOut'>): Promise<void> {
  if (countLosing(await countPeopleByFactors(tx), change) > 0) throw new Problem('policy.needs_grace')
}
