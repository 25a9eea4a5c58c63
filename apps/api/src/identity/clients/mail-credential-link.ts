import type { Tx } from '@keyholder/prisma'
import type { By, Work } from '../../context.ts'
import { enqueue } from '../../outbox/enqueue.ts'
import { makeLink } from '../links/make-link.ts'

type Recipient = { id: string; name: string; responsible: string; contactEmail: string }

/** Mails the contact a one-time link to the credential; the earlier link no longer works. */
export async function mailCredentialLink(
  tx: Tx,
  work: Work,
  { by, client }: { by: By; client: Recipient },
): Promise<void> {
  const { id: membershipId, name: apiUserName, responsible, contactEmail: email } = client
  const to = { tenantId: by.tenantId, membershipId }
  const { url: link, expiresAt } = await makeLink(tx, work, { ...to, email, purpose: 'api-credential' })
  const data = { link, apiUserName, tenantName: by.tenant.name, responsible, expiresAt: expiresAt.toISOString() }
  await enqueue(tx, work, { ...to, template: 'api-credential', data })
}
