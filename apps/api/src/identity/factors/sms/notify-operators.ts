import type { Tx } from '@keyholder/prisma'
import type { PublicContext } from '../../../context.ts'
import type { MessageData } from '../../../messages/messages.ts'
import { messageOf } from '../../../outbox/enqueue.ts'
import { PLATFORM_TENANT } from '../../tenants/platform-tenant.ts'

type Told = 'sms-switched-off' | 'sms-limit-reached'

/** Mails every active operator, in the transaction of what happened. */
export async function notifyOperators<T extends Told>(
  tx: Tx,
  context: Pick<PublicContext, 'platform' | 'now'>,
  mail: { template: T; data: MessageData[T] },
): Promise<void> {
  const tenantId = PLATFORM_TENANT
  const roles = await tx.role.findMany({ where: { tenantId, builtIn: 'operator' }, select: { id: true } })
  const operators = await tx.membership.findMany({
    where: { tenantId, status: 'active', kind: 'person', roleId: { in: roles.map(({ id }) => id) } },
    select: { id: true },
  })
  await tx.message.createMany({
    data: operators.map(({ id }) => messageOf(context, { tenantId, membershipId: id, ...mail })),
  })
}

/** Who did it, in the platform's log: no member of another organisation is named there. */
export function platformItself({ platform }: Pick<PublicContext, 'platform'>) {
  return { id: null, name: platform.settings.serviceName }
}
