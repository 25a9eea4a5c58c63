import type { Tx } from '@keyholder/prisma'
import type { By, Work } from '../../context.ts'
import { enqueue } from '../../outbox/enqueue.ts'
import { makeLink } from '../links/make-link.ts'
import { countAttempt } from '../throttle/throttle.ts'

/**
 * Makes the link, which voids an earlier one, and puts the mail that carries it into the outbox. When many organisations invite one
 * address it waits there: the mailbox is not flooded, and the inviter learns nothing of the others (CHN-13).
 */
export async function sendInvitation(
  tx: Tx,
  work: Work,
  { by, id, email }: { by: By; id: string; email: string },
): Promise<void> {
  const { platform, now } = work
  const emailHash = platform.keyedHash.hash('throttle', email)
  const waitSeconds = await countAttempt(tx, now, [{ name: 'invitationMailByEmail', parts: [emailHash] }])
  const member = { tenantId: by.tenantId, membershipId: id }
  const { url, expiresAt } = await makeLink(tx, work, { ...member, email, purpose: 'invitation' })
  await enqueue(tx, work, {
    ...member,
    template: 'invitation',
    ...(waitSeconds === null ? {} : { waitSeconds }),
    data: { link: url, tenantName: by.tenant.name, invitedBy: by.name, expiresAt: expiresAt.toISOString() },
  })
}
