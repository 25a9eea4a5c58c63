import type { policy as contract } from '@keyholder/contracts'
import { eachOnce, type KeptPolicy, policyOfPackage } from '@keyholder/domain'
import type { Tx } from '@keyholder/prisma'
import type { ActorContext } from '../context.ts'
import type { Handler } from '../http/serve.ts'
import { record } from '../identity/audit/record.ts'
import { recordDenial } from '../identity/audit/record-denial.ts'
import { findPolicy } from '../identity/factors/find-standing.ts'
import { differenceInWords } from '../identity/policies/in-words.ts'
import { type Choice, requireAllowed } from '../identity/policies/require-allowed.ts'
import { tellMembers } from '../identity/policies/tell-members.ts'
import { describePolicy } from './read-policy.ts'

/**
 * Changes how users sign in. What is taken away stays allowed until the grace is over, and the date needs nobody: whoever reads the
 * policy compares with the clock. Limits that become stricter hold for the sessions that are there, at once.
 */
export const changePolicy: Handler<typeof contract.change> = async ({ body }, context) => {
  const graceUntil = body.graceUntil === null ? null : new Date(body.graceUntil)
  const choice: Choice = { ...body, allowed: eachOnce(body.allowed), graceUntil }
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
  const told = await tellOfGrace(tx, context, { current, next })
  const { allowed, leaving, ...limits } = next
  await tx.policy.updateMany({
    where: { tenantId },
    data: { ...limits, ...told, allowed: [...allowed], leaving: [...leaving], changedAt: now },
  })
  await tx.$executeRaw`SELECT shorten_sessions(${next.idleMinutes * 60}::integer, ${next.absoluteHours * 3600}::integer)`
  await record(tx, context, { tenantId, action: 'policy.changed', ...differenceInWords(current, next) })
  return describePolicy(tx, context)
}

/** The policy as it is, and stays until this transaction ends. The first change writes down what the package began with. */
async function lockPolicy(tx: Tx, { actor, now }: ActorContext): Promise<KeptPolicy> {
  const { tenantId } = actor
  const { allowed, leaving, ...beginning } = policyOfPackage(actor.tenant.package)
  const row = { ...beginning, tenantId, allowed: [...allowed], leaving: [...leaving], changedAt: now }
  await tx.policy.createMany({ data: [row], skipDuplicates: true })
  await tx.$queryRaw`SELECT FROM policies WHERE tenant_id = ${tenantId}::uuid FOR UPDATE`
  return findPolicy(tx, tenantId)
}

type Change = { current: KeptPolicy; next: KeptPolicy }

/** Tells whoever has to set up something, once for each grace. How far that came is kept with the policy. */
async function tellOfGrace(tx: Tx, { platform, actor, now }: ActorContext, { current, next }: Change) {
  if (next.graceUntil === null) return { remindedAt: null, toldUpTo: null }
  const isSame =
    next.leaving.join() === current.leaving.join() && next.graceUntil.getTime() === current.graceUntil?.getTime()
  if (isSame) return {}
  const { tenantId, tenant } = actor
  const grace = { ...next, tenantId, tenantName: tenant.name, graceUntil: next.graceUntil, toldUpTo: null }
  const { toldUpTo } = await tellMembers(tx, { platform, now }, { ...grace, template: 'policy-changed' })
  return { remindedAt: toldUpTo === null ? now : null, toldUpTo }
}
