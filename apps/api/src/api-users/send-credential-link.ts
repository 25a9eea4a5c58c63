import type { apiUsers as contract } from '@keyholder/contracts'
import type { Handler } from '../http/serve.ts'
import { findApiUser, toApiUser } from '../identity/clients/find-api-user.ts'
import { resendCredentialLink } from '../identity/clients/resend-credential-link.ts'
import { actOnMember } from '../identity/members/act-on-member.ts'

export const sendCredentialLink: Handler<typeof contract.sendCredentialLink> = ({ params: { id } }, context) => {
  const { actor: by, now } = context
  const { tenantId } = by
  return actOnMember(context, { action: 'send-credential-link', id }, async (tx) => {
    await resendCredentialLink(tx, context, { by, client: await findApiUser(tx, { tenantId, id, now }) })
    return toApiUser(await findApiUser(tx, { tenantId, id, now }))
  })
}
