import type { links as contract } from '@keyholder/contracts'
import type { AuditEvent, EventObject } from '@keyholder/domain'
import type { Tx } from '@keyholder/prisma'
import type { PublicContext } from '../context.ts'
import type { Handler } from '../http/serve.ts'
import { record } from '../identity/audit/record.ts'
import { findLink, isRenewable, type RenewableLink } from '../identity/links/find-link.ts'
import { mailLinkAgain } from '../identity/links/mail-link-again.ts'
import { UNTOUCHED } from '../identity/links/open-links.ts'
import { emailBucketKey, sourceBucketKey } from '../identity/throttle/bucket-key.ts'
import { type Counted, countAttempt } from '../identity/throttle/throttle.ts'

/**
 * A new link in the place of an expired one, to the address that the first was sent to. The answer is always the same: what
 * came of it is in the mail alone.
 */
export const requestLinkAgain: Handler<typeof contract.requestAgain> = async ({ body }, context) => {
  const { signIn, now } = context
  if (await isTooMany(context, [{ name: 'linkBySource', parts: [sourceBucketKey(context)] }])) return
  const link = await findLink(signIn, body.token)
  if (!link || !isRenewable(link, now) || (await isTooMany(context, limitsOf(context, link)))) return
  await signIn.write((tx) => renew(tx, context, link))
}

async function renew(tx: Tx, context: PublicContext, link: RenewableLink): Promise<void> {
  const { tenantId, id, membershipId, memberName: name, purpose } = link
  // Of several who ask at once with one link, one gets a new one.
  const { count } = await tx.link.updateMany({
    where: { tenantId, id, ...UNTOUCHED },
    data: { voidedAt: context.now },
  })
  if (count === 0) return
  await mailLinkAgain(tx, context, link)
  await record(tx, context, { tenantId, ...eventOf(purpose, { kind: 'user', id: membershipId, name }) })
}

async function isTooMany({ signIn, now }: PublicContext, tries: readonly Counted[]): Promise<boolean> {
  return (await countAttempt(signIn, now, tries)) !== null
}

/** The same counters as for asking the ordinary way. */
function limitsOf(context: PublicContext, { purpose, email, membershipId, tenantId }: RenewableLink): Counted[] {
  if (purpose === 'password-reset') {
    return [{ name: 'resetMailByEmail', parts: [emailBucketKey(context, email)] }]
  }
  return [
    { name: 'invitationResend', parts: [membershipId] },
    { name: 'invitationByTenant', parts: [tenantId] },
  ]
}

function eventOf(purpose: RenewableLink['purpose'], object: EventObject<'user'>): AuditEvent {
  switch (purpose) {
    case 'invitation':
    case 'operator':
      return { action: 'user.invitation-resent', object }
    case 'password-reset':
      return { action: 'password.reset-asked', object }
    case 'api-credential':
      return { action: 'api-user.credential-link-sent', object }
    default:
      return purpose satisfies never
  }
}
