import type { Tx } from '@keyholder/prisma'
import type { ActorContext } from '../../context.ts'
import { enqueue } from '../../outbox/enqueue.ts'
import { makeLink } from '../links/make-link.ts'
import { countTry } from '../throttle/throttle.ts'

/**
 * Makes the link, which voids an earlier one, and puts the mail that carries it into the outbox. When many organisations invite one
 * address it waits there: the mailbox is not bombed, and whoever invites learns nothing of the others (CHN-13).
 */
export async function sendInvitation(
  tx: Tx,
  context: ActorContext,
  { id, email }: { id: string; email: string },
): Promise<void> {
  const { actor, platform, now } = context
  const address = platform.keyedHash.hash('throttle', email)
  const waitSeconds = await countTry(tx, now, [{ name: 'invitationMailByAddress', parts: [address] }])
  const member = { tenantId: actor.tenantId, membershipId: id }
  const { url, expiresAt } = await makeLink(tx, context, { ...member, email, purpose: 'invitation' })
  await enqueue(tx, context, {
    ...member,
    template: 'invitation',
    ...(waitSeconds === null ? {} : { waitSeconds }),
    data: { link: url, tenantName: actor.tenant.name, invitedBy: actor.name, expiresAt: expiresAt.toISOString() },
  })
}
