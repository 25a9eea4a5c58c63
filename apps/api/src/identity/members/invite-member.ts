import { type Language, mayAddUsers } from '@keyholder/domain'
import { sqlState, type Tx } from '@keyholder/prisma'
import type { By, Work } from '../../context.ts'
import { Problem } from '../../problem.ts'
import { record } from '../audit/record.ts'
import { findGivableRole } from '../rights/find-givable-role.ts'
import { requireTry } from '../throttle/throttle.ts'
import { sendInvitation } from './send-invitation.ts'

// The one unique thing that an invitation can choose: a person's address in the organisation.
const UNIQUE_VIOLATION = '23505'

export type NewMember = { id: string; name: string; email: string; roleId: string; language: Language }

/**
 * Invites a person: membership, link, mail and event in one transaction. Whether the address has an account
 * elsewhere makes no difference and is never disclosed (LNK-09).
 * @throws Problem `package.has_no_users`, `role.not_givable`, `user.exists`, `request.too_many`; what `toProblem` makes of the tables' refusals
 */
export async function inviteMember(tx: Tx, work: Work, { by, member }: { by: By; member: NewMember }): Promise<void> {
  if (!mayAddUsers(by.tenant.package)) throw new Problem('package.has_no_users')
  const { tenantId } = by
  const { id, name, email, roleId, language } = member
  const role = await findGivableRole(tx, by, roleId)
  // Counted in this transaction: an invitation that is not sent costs nothing.
  await requireTry(tx, work.now, [{ name: 'invitationByTenant', parts: [tenantId] }], 'request.too_many')
  const inviter = { invitedBy: by.name, inviterId: by.membershipId }
  const row = { tenantId, id, kind: 'person', name, email, language, roleId, status: 'invited', createdAt: work.now }
  await tx.membership.createMany({ data: [{ ...row, ...inviter }] }).catch((error: unknown) => {
    throw sqlState(error) === UNIQUE_VIOLATION ? new Problem('user.exists', { cause: error }) : error
  })
  await sendInvitation(tx, work, { by, id, email })
  const object = { kind: 'user', id, name } as const
  await record(tx, work, { tenantId, action: 'user.invited', object, after: { email, role: role.name } })
}
