import type { Tx } from '@keyholder/prisma'
import type { ActorContext } from '../context.ts'
import { makeLink } from '../links/make-link.ts'
import { enqueue } from '../outbox/enqueue.ts'

/** Makes the link, which voids an earlier one, and puts the mail that carries it into the outbox. */
export async function sendInvitation(
  tx: Tx,
  context: ActorContext,
  { id, email }: { id: string; email: string },
): Promise<void> {
  const { actor } = context
  const member = { tenantId: actor.tenantId, membershipId: id }
  const { url, expiresAt } = await makeLink(tx, context, { ...member, email, purpose: 'invitation' })
  await enqueue(tx, context, {
    ...member,
    template: 'invitation',
    data: { link: url, tenantName: actor.tenant.name, invitedBy: actor.name, expiresAt: expiresAt.toISOString() },
  })
}
