import type { Tx } from '@keyholder/prisma'
import { Problem } from '../../problem.ts'
import { type Recorder, record } from '../audit/record.ts'
import { type LinkMaker, makeLink } from '../links/make-link.ts'
import { createTenant } from '../tenants/create-tenant.ts'
import { PLATFORM } from '../tenants/platform-tenant.ts'

type NewOperator = { name: string; email: string }

/**
 * Invites an operator, and makes the platform's own tenant where there is none. Asked again for the same address it gives a new link,
 * and the earlier is void. Only the owner of the tables may.
 * @returns the one-time link with which they choose a password and link an authenticator
 * @throws Problem `user.exists` when that operator has joined already
 */
export async function inviteOperator(
  tx: Tx,
  work: Recorder & LinkMaker,
  { name, email }: NewOperator,
): Promise<{ url: string; expiresAt: Date }> {
  const { platform, now } = work
  const tenantId = PLATFORM.id
  if ((await tx.tenant.count({ where: { id: tenantId } })) === 0) await createTenant(tx, work, PLATFORM)
  const where = { tenantId, email, kind: 'person' }
  const known = await tx.membership.findFirst({ where, select: { id: true, status: true } })
  if (known && known.status !== 'invited') throw new Problem('user.exists')
  const membershipId = known?.id ?? platform.random.uuid()
  if (!known) {
    const role = await tx.role.findFirstOrThrow({ where: { tenantId, builtIn: 'operator' }, select: { id: true } })
    const place = { id: membershipId, language: 'nl', roleId: role.id, status: 'invited', createdAt: now }
    await tx.membership.createMany({ data: [{ ...where, ...place, name }] })
  }
  const link = await makeLink(tx, work, { tenantId, membershipId, email, purpose: 'operator' })
  const actor = { id: null, name: 'command line' }
  const object = { kind: 'user', id: membershipId, name } as const
  await record(tx, work, { tenantId, action: 'operator.created', actor, object })
  return link
}
