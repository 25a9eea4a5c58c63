import type { Actor, PublicContext } from '../../../context.ts'
import { record } from '../../audit/record.ts'
import { PLATFORM_TENANT } from '../../tenants/platform-tenant.ts'
import { countAttempt } from '../../throttle/throttle.ts'
import { notifyOperators, platformItself } from './notify-operators.ts'

type Reached = { limit: 'smsByTenant' | 'smsByRange'; tenantId: string; range: string }

/** Tells the operators that an organisation or a range of numbers used up its text messages: once a day for each. */
export async function notifyOfLimit(
  context: PublicContext & { actor?: Actor },
  { limit, tenantId, range }: Reached,
): Promise<void> {
  const { signIn, now } = context
  const key = limit === 'smsByTenant' ? tenantId : range
  await signIn.write(async (tx) => {
    if ((await countAttempt(tx, now, [{ name: 'smsAlarm', parts: [limit, key] }])) !== null) return
    const tenant = await tx.tenant.findFirst({ where: { id: tenantId }, select: { name: true } })
    const what = limit === 'smsByTenant' ? (tenant?.name ?? tenantId) : `+${range}`
    const actor = platformItself(context)
    const object = { kind: limit === 'smsByTenant' ? 'tenant' : 'range', name: what } as const
    await record(tx, context, {
      tenantId: PLATFORM_TENANT,
      action: 'sms.limit-reached',
      actor,
      reason: limit,
      object,
    })
    await notifyOperators(tx, context, { template: 'sms-limit-reached', data: { limit, what, at: now.toISOString() } })
  })
}
