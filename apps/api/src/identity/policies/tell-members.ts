import { type KeptPolicy, LINKED_KINDS } from '@keyholder/domain'
import type { Tx } from '@keyholder/prisma'
import type { Platform } from '../../context.ts'
import { messageOf } from '../../outbox/enqueue.ts'

/** One transaction looks at no more than so many: the others follow. Sealing a message for each takes the one thread 20 ms. */
export const MEMBERS_AT_ONCE = 1000

type Context = { platform: Pick<Platform, 'random' | 'secretBox'>; now: Date }

export type Grace = Pick<KeptPolicy, 'allowed' | 'leaving'> & {
  tenantId: string
  tenantName: string
  graceUntil: Date
  /** The last member who was looked at, when this goes on where a page ended. */
  toldUpTo: string | null
}

type Page = { losing: string[]; toldUpTo: string | null }

/**
 * Looks at the next members and puts a mail into the outbox for each who loses their way in, as they stand at this moment. The
 * transaction is one of that organisation.
 * @returns how many were told, and how far it came when there may be more
 */
export async function tellMembers(
  tx: Tx,
  context: Context,
  { template, ...grace }: Grace & { template: 'policy-changed' | 'policy-reminder' },
): Promise<{ told: number; toldUpTo: string | null }> {
  const { tenantId, tenantName, allowed, leaving, graceUntil } = grace
  const { losing, toldUpTo } = await findLosing(tx, grace)
  // What to set up: nobody sets up the e-mail code.
  const toLink = LINKED_KINDS.filter((kind) => allowed.includes(kind)).join()
  const data = { tenantName, allowed: toLink, leaving: leaving.join(), at: graceUntil.toISOString() }
  await tx.message.createMany({
    data: losing.map((membershipId) => messageOf(context, { tenantId, membershipId, template, data })),
  })
  return { told: losing.length, toldUpTo }
}

async function findLosing(tx: Tx, { allowed, leaving, toldUpTo }: Grace): Promise<Page> {
  const [page] = await tx.$queryRaw<Page[]>`
    SELECT losing, up_to AS "toldUpTo"
    FROM members_losing_their_way(${allowed}::text[], ${leaving}::text[], ${toldUpTo}::uuid, ${MEMBERS_AT_ONCE}::integer)`
  return page ?? { losing: [], toldUpTo: null }
}
