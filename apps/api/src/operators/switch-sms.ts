import type { operators as contract } from '@keyholder/contracts'
import { counterKey } from '@keyholder/domain'
import type { Tx } from '@keyholder/prisma'
import type { Handler } from '../http/serve.ts'
import { record } from '../identity/audit/record.ts'

const SWITCHED_ON = { action: 'sms.switched-on' } as const
const SWITCHED_OFF = { action: 'sms.switched-off', reason: 'operator' } as const

/** Text messages off or on, for everybody and at once: what waits in the outbox does not leave either. */
export const switchSms: Handler<typeof contract.switchSms> = async ({ body: { on } }, context) => {
  const { platform, actor, now } = context
  await platform.database.operator.write(async (tx) => {
    if (on) await switchOn(tx)
    else
      await tx.killSwitch.createMany({ data: [{ name: 'sms', offAt: now, reason: 'operator' }], skipDuplicates: true })
    const event = on ? SWITCHED_ON : SWITCHED_OFF
    await record(tx, context, { tenantId: actor.tenantId, ...event })
  })
}

/** Resets the counts of the whole platform: the operator who switches on has looked at what used them up. */
async function switchOn(tx: Tx): Promise<void> {
  await tx.killSwitch.deleteMany({ where: { name: 'sms' } })
  for (const name of ['smsByCountry', 'smsOverall'] as const) {
    await tx.throttleCounter.deleteMany({ where: { key: { startsWith: `${counterKey(name)}|` } } })
  }
}
