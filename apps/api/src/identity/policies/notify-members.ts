import { ENROLLABLE_FACTORS, type KeptPolicy } from '@keyholder/domain'
import type { Tx } from '@keyholder/prisma'
import type { Platform } from '../../context.ts'
import { messageOf } from '../../outbox/enqueue.ts'

/** One transaction looks at no more than so many: the others follow. Sealing a message for each takes the one thread 20 ms. */
export const MEMBERS_AT_ONCE = 1000

type Context = { platform: Pick<Platform, 'random' | 'secretBox'>; now: Date }

export type Grace = Pick<KeptPolicy, 'allowed' | 'phasedOut'> & {
  tenantId: string
  tenantName: string
  graceEndsAt: Date
  /** The last member who was looked at, when this goes on where a page ended. */
  notifiedUpTo: string | null
}

type Page = { members: string[]; notifiedUpTo: string | null }

/**
 * Looks at the next members and puts a mail into the outbox for each who loses their way in, as they stand at this moment. The
 * transaction is one of that organisation.
 * @returns how many were told, and how far it came when there may be more
 */
export async function notifyMembers(
  tx: Tx,
  context: Context,
  { template, ...grace }: Grace & { template: 'policy-changed' | 'policy-reminder' },
): Promise<{ told: number; notifiedUpTo: string | null }> {
  const { tenantId, tenantName, allowed, phasedOut, graceEndsAt } = grace
  const { members, notifiedUpTo } = await findLosing(tx, grace)
  // What to set up: the e-mail code needs no setting up.
  const toLink = ENROLLABLE_FACTORS.filter((kind) => allowed.includes(kind)).join()
  const data = { tenantName, allowed: toLink, phasedOut: phasedOut.join(), at: graceEndsAt.toISOString() }
  await tx.message.createMany({
    data: members.map((membershipId) => messageOf(context, { tenantId, membershipId, template, data })),
  })
  return { told: members.length, notifiedUpTo }
}

async function findLosing(tx: Tx, { allowed, phasedOut, notifiedUpTo }: Grace): Promise<Page> {
  const [page] = await tx.$queryRaw<Page[]>`
    SELECT members, up_to AS "notifiedUpTo"
    FROM members_left_without_factor(${allowed}::text[], ${phasedOut}::text[], ${notifiedUpTo}::uuid, ${MEMBERS_AT_ONCE}::integer)`
  return page ?? { members: [], notifiedUpTo: null }
}
