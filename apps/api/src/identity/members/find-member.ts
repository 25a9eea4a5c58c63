import type { users as contract, Returned } from '@keyholder/contracts'
import type { ActedUpon, Language, MembershipStatus, Permission, SecondStepState, UserKind } from '@keyholder/domain'
import { Prisma, type Tx } from '@keyholder/prisma'
import { Problem } from '../../problem.ts'
import { IS_UNTOUCHED } from '../links/open-links.ts'
import { ROLE, ROLE_OF_MEMBER, ROLE_SHOWN } from '../rights/rights.ts'

export type User = Returned<typeof contract.invite>

/** One row of the list, as the database gives it. */
export type UserRow = {
  id: string
  kind: UserKind
  name: string
  email: string
  role: User['role']
  status: MembershipStatus
  secondStep: SecondStepState
  lastSignInAt: Date | null
  createdAt: Date
  invitationExpiresAt: Date | null
  isHolder: boolean
}

/** A member with all that decides what may be done to them. */
export type Member = UserRow &
  Required<ActedUpon> & {
    language: Language
    invitedBy: string | null
    userId: string | null
    role: User['role'] & { permissions: Permission[] }
  }

/** What the list shows of a member, and no more. */
export const USER_COLUMNS = Prisma.sql`
  m.id, m.kind, m.name, m.email, m.status, ${ROLE_SHOWN} AS role,
  m.second_step AS "secondStep", m.last_sign_in_at AS "lastSignInAt", m.created_at AS "createdAt",
  CASE WHEN m.status = 'invited' THEN (
    SELECT l.expires_at FROM links l
    WHERE l.tenant_id = m.tenant_id AND l.membership_id = m.id AND l.purpose = 'invitation' AND ${IS_UNTOUCHED}
  ) END AS "invitationExpiresAt",
  coalesce(k.holder_id = m.id, false) AS "isHolder"`

export const USER_TABLES = Prisma.sql`
  memberships m
  CROSS JOIN ${ROLE_OF_MEMBER}
  JOIN packages k ON k.tenant_id = m.tenant_id`

/**
 * One member of this organisation.
 * @throws Problem `user.not_found`, the same for an unknown id and for somebody of another organisation
 */
export async function findMember(tx: Tx, id: string): Promise<Member> {
  const [member] = await tx.$queryRaw<Member[]>`
    SELECT ${USER_COLUMNS}, m.language, m.invited_by AS "invitedBy", m.user_id AS "userId",
      coalesce(m.home_tenant_id = m.tenant_id, false) AS "isHome",
      ${ROLE} AS role,
      coalesce((SELECT a.scopes FROM api_users a WHERE a.tenant_id = m.tenant_id AND a.user_id = m.user_id), '{}') AS scopes,
      EXISTS (SELECT FROM factors f WHERE f.tenant_id = m.home_tenant_id AND f.user_id = m.user_id AND f.state <> 'pending')
        OR EXISTS (SELECT FROM relink_codes c WHERE c.tenant_id = m.home_tenant_id AND c.user_id = m.user_id) AS "mayBeUnlinked"
    FROM ${USER_TABLES} WHERE m.id = ${id}::uuid`
  if (!member) throw new Problem('user.not_found')
  return member
}

/** The member as the list and every answer show them. */
export function toUser(row: UserRow): User {
  const { id, kind, name, email, role, status, secondStep, isHolder } = row
  return {
    id,
    kind,
    name,
    email,
    role,
    status,
    secondStep,
    lastSignInAt: row.lastSignInAt?.toISOString() ?? null,
    createdAt: row.createdAt.toISOString(),
    invitationExpiresAt: row.invitationExpiresAt?.toISOString() ?? null,
    isHolder,
  }
}
