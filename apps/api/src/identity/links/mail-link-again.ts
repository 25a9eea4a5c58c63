import type { Tx } from '@keyholder/prisma'
import type { PublicContext } from '../../context.ts'
import { enqueue } from '../../outbox/enqueue.ts'
import type { RenewableLink } from './find-link.ts'
import { mailResetLink } from './mail-reset-link.ts'
import { makeLink } from './make-link.ts'

type Context = Pick<PublicContext, 'platform' | 'now'>

/** Mails a new link for the same purpose to the address of the member. The old one is void. */
export async function mailLinkAgain(tx: Tx, context: Context, link: RenewableLink): Promise<void> {
  const { tenantId, membershipId, email, purpose, tenantName } = link
  const member = { tenantId, membershipId }
  if (purpose === 'password-reset') return mailResetLink(tx, context, { ...member, email })
  const { url, expiresAt: until } = await makeLink(tx, context, { ...member, email, purpose })
  const expiresAt = until.toISOString()
  switch (purpose) {
    case 'invitation': {
      const data = { link: url, tenantName, invitedBy: link.invitedBy ?? tenantName, expiresAt }
      return enqueue(tx, context, { ...member, template: 'invitation', data })
    }
    case 'operator':
      return enqueue(tx, context, { ...member, template: 'operator-invitation', data: { link: url, expiresAt } })
    case 'api-credential': {
      const data = {
        link: url,
        apiUserName: link.memberName,
        tenantName,
        responsible: link.responsible ?? tenantName,
        expiresAt,
      }
      return enqueue(tx, context, { ...member, template: 'api-credential', data })
    }
    default:
      return purpose satisfies never
  }
}
