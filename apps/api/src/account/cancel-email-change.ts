import type { account as contract } from '@keyholder/contracts'
import type { Handler } from '../http/serve.ts'
import { record } from '../identity/audit/record.ts'
import { voidLinksOfPurpose } from '../identity/links/make-link.ts'
import { Problem } from '../problem.ts'

/** Voids the link at the new address. The link at the old address stays: the change was asked for, and its owner may object. */
export const cancelEmailChange: Handler<typeof contract.cancelEmailChange> = async (_, context) => {
  const { actor, signIn, now } = context
  const { tenantId, membershipId: id, userId, name } = actor
  await signIn.write(async (tx) => {
    const voided = await voidLinksOfPurpose(tx, now, { userId, purpose: 'email-change' })
    if (voided === 0) throw new Problem('request.not_found')
    await record(tx, context, { tenantId, action: 'email.change-stopped', object: { kind: 'user', id, name } })
  })
}
