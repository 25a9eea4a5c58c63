import type { policy as contract, Returned } from '@keyholder/contracts'
import { PACKAGE_FACTORS } from '@keyholder/domain'
import type { Tx } from '@keyholder/prisma'
import type { ActorContext } from '../context.ts'
import type { Handler } from '../http/serve.ts'
import { findPolicy } from '../identity/factors/find-factor-state.ts'

export const readPolicy: Handler<typeof contract.read> = (_, context) =>
  context.db.read((tx) => describePolicy(tx, context))

/** The policy that holds: the organisation's own, or what its package begins with. */
export async function describePolicy(
  tx: Tx,
  { actor, now }: Pick<ActorContext, 'actor' | 'now'>,
): Promise<Returned<typeof contract.read>> {
  const { phasedOut, graceEndsAt, ...policy } = await findPolicy(tx, actor.tenantId)
  const own = await tx.policy.findFirst({ select: { changedAt: true } })
  return {
    ...policy,
    allowed: [...policy.allowed],
    possible: [...PACKAGE_FACTORS[actor.tenant.package]],
    phasedOut: graceEndsAt && graceEndsAt > now ? { kinds: [...phasedOut], at: graceEndsAt.toISOString() } : null,
    changedAt: own?.changedAt.toISOString() ?? null,
    mayChange: actor.rights.permissions.includes('policy:edit'),
  }
}
