import type { account as contract } from '@keyholder/contracts'
import type { Tx } from '@keyholder/prisma'
import { record } from '../audit/record.ts'
import type { ActorContext } from '../context.ts'
import { lockUser } from '../factors/authenticator/begin-linking.ts'
import type { Handler } from '../http/serve.ts'
import { enqueue } from '../outbox/enqueue.ts'
import { Problem } from '../problem.ts'
import { findLinked } from './list-authenticators.ts'

/** The last one stays: decided behind the lock of the user, so that of two removals at once one is the last. */
export const removeFactor: Handler<typeof contract.removeFactor> = async ({ params: { id } }, context) => {
  const { actor, signIn } = context
  const { userTenantId, userId } = actor
  await signIn.write(async (tx) => {
    await lockUser(tx, { tenantId: userTenantId, userId })
    const linked = await findLinked(tx, actor)
    if (!linked.some((authenticator) => authenticator.id === id)) throw new Problem('request.not_found')
    if (linked.length === 1) throw new Problem('factor.last')
    await unlinkOwn(tx, context, id)
  })
}

/** Takes one of one's own authenticators away; its owner is told. Nothing happens when it is gone already. */
export async function unlinkOwn(tx: Tx, context: ActorContext, id: string): Promise<void> {
  const { actor, now } = context
  const { userTenantId, userId, tenantId, membershipId } = actor
  const where = { tenantId: userTenantId, userId, id, state: 'linked' }
  const factor = await tx.factor.findFirst({ where, select: { name: true } })
  if (!factor) return
  const { name } = factor
  await tx.factor.deleteMany({ where })
  await record(tx, context, { tenantId, action: 'authenticator.removed', object: { kind: 'authenticator', id, name } })
  const mail = { template: 'authenticator-removed', data: { name, at: now.toISOString() } } as const
  await enqueue(tx, context, { tenantId, membershipId, ...mail })
}
