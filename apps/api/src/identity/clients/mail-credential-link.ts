import type { Tx } from '@keyholder/prisma'
import type { ActorContext } from '../../context.ts'
import { enqueue } from '../../outbox/enqueue.ts'
import { makeLink } from '../links/make-link.ts'

type Recipient = { id: string; name: string; responsible: string; contactEmail: string }

/** Mails the contact a one-time link to the credential; the earlier link no longer works. */
export async function mailCredentialLink(
  tx: Tx,
  context: ActorContext,
  { id: membershipId, name, responsible, contactEmail }: Recipient,
): Promise<{ expiresAt: Date }> {
  const { tenantId, tenant } = context.actor
  const { url, expiresAt } = await makeLink(tx, context, {
    tenantId,
    membershipId,
    email: contactEmail,
    purpose: 'api-credential',
  })
  await enqueue(tx, context, {
    tenantId,
    membershipId,
    template: 'api-credential',
    data: { link: url, apiUserName: name, tenantName: tenant.name, responsible, expiresAt: expiresAt.toISOString() },
  })
  return { expiresAt }
}
