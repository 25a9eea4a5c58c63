import type { policy as contract } from '@keyholder/contracts'
import { eachOnce, type KeptPolicy, policyOfPackage } from '@keyholder/domain'
import type { Tx } from '@keyholder/prisma'
import type { ActorContext } from '../context.ts'
import type { Handler } from '../http/serve.ts'
import { record } from '../identity/audit/record.ts'
import { recordDenial } from '../identity/audit/record-denial.ts'
import { findPolicy } from '../identity/factors/find-factor-state.ts'
import { differenceInWords } from '../identity/policies/in-words.ts'
import { notifyMembers } from '../identity/policies/notify-members.ts'
import { type Choice, requireAllowed } from '../identity/policies/require-allowed.ts'
import { describePolicy } from './read-policy.ts'

/**
 * Changes how users sign in. What is taken away stays allowed until the grace is over, and the date needs nobody: whoever reads the
 * policy compares with the clock. Limits that become stricter hold for the sessions that are there, at once.
 */
export const changePolicy: Handler<typeof contract.change> = async ({ body }, context) => {
  const graceEndsAt = body.graceEndsAt === null ? null : new Date(body.graceEndsAt)
  const choice: Choice = { ...body, allowed: eachOnce(body.allowed), graceEndsAt }
  try {
    return await context.db.write((tx) => change(tx, context, choice))
  } catch (error) {
    await recordDenial(context, error, { action: 'policy.changed' })
    throw error
  }
}

async function change(tx: Tx, context: ActorContext, choice: Choice) {
  const { actor, now } = context
  const { tenantId } = actor
  const kind = actor.tenant.package
  const current = await lockPolicy(tx, context)
  const next = await requireAllowed(tx, choice, { current, kind, now })
  const told = await notifyOfGrace(tx, context, { current, next })
  const { allowed, phasedOut, ...limits } = next
  await tx.policy.updateMany({
    where: { tenantId },
    data: { ...limits, ...told, allowed: [...allowed], phasedOut: [...phasedOut], changedAt: now },
  })
  await tx.$executeRaw`SELECT shorten_sessions(${next.idleMinutes * 60}::integer, ${next.absoluteHours * 3600}::integer)`
  await record(tx, context, { tenantId, action: 'policy.changed', ...differenceInWords(current, next) })
  return describePolicy(tx, context)
}

/** The policy as it is, and stays until this transaction ends. The first change writes down what the package began with. */
async function lockPolicy(tx: Tx, { actor, now }: ActorContext): Promise<KeptPolicy> {
  const { tenantId } = actor
  const { allowed, phasedOut, ...beginning } = policyOfPackage(actor.tenant.package)
  const row = { ...beginning, tenantId, allowed: [...allowed], phasedOut: [...phasedOut], changedAt: now }
  await tx.policy.createMany({ data: [row], skipDuplicates: true })
  await tx.$queryRaw`SELECT FROM policies WHERE tenant_id = ${tenantId}::uuid FOR UPDATE`
  return findPolicy(tx, tenantId)
}

type Change = { current: KeptPolicy; next: KeptPolicy }

/** Notifies the members who have to set up something, once per grace period. Progress is stored with the policy. */
async function notifyOfGrace(tx: Tx, { platform, actor, now }: ActorContext, { current, next }: Change) {
  if (next.graceEndsAt === null) return { remindedAt: null, notifiedUpTo: null }
  const isSame =
    next.phasedOut.join() === current.phasedOut.join() && next.graceEndsAt.getTime() === current.graceEndsAt?.getTime()
  if (isSame) return {}
  const { tenantId, tenant } = actor
  const grace = { ...next, tenantId, tenantName: tenant.name, graceEndsAt: next.graceEndsAt, notifiedUpTo: null }
  const { notifiedUpTo } = await notifyMembers(tx, { platform, now }, { ...grace, template: 'policy-changed' })
  return { remindedAt: notifiedUpTo === null ? now : null, notifiedUpTo }
}
