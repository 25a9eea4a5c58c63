import type { Actor, PublicContext } from '../../../context.ts'
import { record } from '../../audit/record.ts'
import { PLATFORM_TENANT } from '../../tenants/platform-tenant.ts'
import { notifyOperators, platformItself } from './notify-operators.ts'

/**
 * Switches text messages off, for everybody: a limit of the whole platform tripped. They stay off until an operator switches
 * them on; the other methods go on. Of several that trip it at once one does, and the operators are notified once (CHN-07).
 */
export async function disableSms(
  context: PublicContext & { actor?: Actor },
  limit: 'smsByCountry' | 'smsOverall',
): Promise<void> {
  const { signIn, now } = context
  const event = { tenantId: PLATFORM_TENANT, actor: platformItself(context), reason: limit }
  await signIn.write(async (tx) => {
    const { count } = await tx.killSwitch.createMany({
      data: [{ name: 'sms', offAt: now, reason: limit }],
      skipDuplicates: true,
    })
    if (count === 0) return
    await record(tx, context, { ...event, action: 'sms.limit-reached' })
    await record(tx, context, { ...event, action: 'sms.switched-off' })
    await notifyOperators(tx, context, { template: 'sms-switched-off', data: { limit, at: now.toISOString() } })
  })
}
