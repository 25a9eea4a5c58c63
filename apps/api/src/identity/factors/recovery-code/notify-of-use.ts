import type { Tx } from '@keyholder/prisma'
import type { AttemptContext } from '../../../context.ts'
import { enqueue } from '../../../outbox/enqueue.ts'
import { makeLink } from '../../links/make-link.ts'

/** Mails the owner, with a link to report that it was not them (REC-13). */
export async function notifyOfRecoveryCodeUse(
  tx: Tx,
  context: Pick<AttemptContext, 'platform' | 'now'>,
  attempt: AttemptContext['attempt'],
): Promise<void> {
  const { tenantId, membershipId, email } = attempt
  const { url, expiresAt } = await makeLink(tx, context, { tenantId, membershipId, email, purpose: 'not-me' })
  const data = { at: context.now.toISOString(), link: url, expiresAt: expiresAt.toISOString() }
  await enqueue(tx, context, { tenantId, membershipId, template: 'recovery-code-used', data })
}
