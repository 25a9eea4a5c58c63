import type { account as contract } from '@keyholder/contracts'
import { type AuditEvent, canDoWithout, type EnrollableFactor } from '@keyholder/domain'
import type { Tx } from '@keyholder/prisma'
import type { ActorContext } from '../context.ts'
import type { Handler } from '../http/serve.ts'
import { record } from '../identity/audit/record.ts'
import { lockUser } from '../identity/factors/authenticator/begin-enrollment.ts'
import { findFactorState } from '../identity/factors/find-factor-state.ts'
import { notifyOfRemoval } from '../identity/factors/notify-of-removal.ts'
import { findOwnFactors } from '../identity/factors/own-factors.ts'
import { Problem } from '../problem.ts'

/** The last one that the organisation allows stays: decided behind the lock of the user, so that of two at once one is the last. */
export const removeFactor: Handler<typeof contract.removeFactor> = async ({ params: { id } }, context) => {
  const { actor, signIn, now } = context
  const { homeTenantId, userId, tenantId } = actor
  await signIn.write(async (tx) => {
    await lockUser(tx, { homeTenantId, userId })
    const linked = await findOwnFactors(tx, actor)
    if (!linked.some((factor) => factor.id === id)) throw new Problem('request.not_found')
    const others = linked.filter((factor) => factor.id !== id).map(({ kind }) => kind)
    const { allowed } = await findFactorState(tx, { userId, tenantId }, now)
    if (!canDoWithout(others, allowed)) throw new Problem('factor.last')
    await unlinkOwn(tx, context, id)
  })
}

/**
 * Takes something of one's own away, behind the lock of the user; its owner is told. What sign-in began with is forgotten with
 * the last of its kind, and a code that was sent to it with the number. Nothing happens when it is gone already.
 */
export async function unlinkOwn(tx: Tx, context: ActorContext, id: string): Promise<void> {
  const { actor } = context
  const { homeTenantId, userId, tenantId } = actor
  const factor = (await findOwnFactors(tx, actor)).find((one) => one.id === id)
  if (!factor) return
  const { kind, name } = factor
  await tx.factor.deleteMany({ where: { homeTenantId, userId, id, state: 'linked' } })
  await tx.oneTimeCode.deleteMany({ where: { homeTenantId, userId, factorId: id } })
  const same = await tx.factor.count({ where: { homeTenantId, userId, kind, state: 'linked' } })
  if (same === 0)
    await tx.login.updateMany({ where: { userId, preferredMethod: kind }, data: { preferredMethod: null } })
  await record(tx, context, { tenantId, ...removalOf(kind, { id, name }) })
  await notifyOfRemoval(tx, context, factor)
}

function removalOf(kind: EnrollableFactor, factor: { id: string; name: string }): AuditEvent {
  switch (kind) {
    case 'authenticator':
      return { action: 'authenticator.removed', object: { kind, ...factor } }
    case 'passkey':
      return { action: 'passkey.removed', object: { kind, ...factor } }
    case 'sms':
      return { action: 'sms.removed', object: { kind, ...factor } }
    default:
      return kind satisfies never
  }
}
