import type { Tx } from '@keyholder/prisma'
import type { PublicContext } from '../../context.ts'
import { enqueue } from '../../outbox/enqueue.ts'
import { makeLink } from './make-link.ts'

type Context = Pick<PublicContext, 'platform' | 'now'>
type Member = { tenantId: string; membershipId: string; email: string }

/** Makes a link to choose a new password and puts the mail that carries it into the outbox. */
export async function mailResetLink(tx: Tx, context: Context, { email, ...member }: Member): Promise<void> {
  const { url, expiresAt } = await makeLink(tx, context, { ...member, email, purpose: 'password-reset' })
  const data = { link: url, expiresAt: expiresAt.toISOString() }
  await enqueue(tx, context, { ...member, template: 'password-reset', data })
}
