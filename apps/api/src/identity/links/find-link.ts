import {
  type Language,
  LINK_PURPOSES,
  type LinkPurpose,
  type MembershipStatus,
  mayAddUsers,
  type PackageKind,
  type PackageStatus,
} from '@keyholder/domain'
import { Prisma, type Queryable } from '@keyholder/prisma'
import { tokenHash } from '../../platform/keyed-hash.ts'
import { ROLE_OF_MEMBER } from '../rights/rights.ts'

/** A link with all that decides whether it still opens something. */
export type FoundLink = {
  tenantId: string
  id: string
  purpose: LinkPurpose
  membershipId: string
  email: string
  createdAt: Date
  expiresAt: Date
  usedAt: Date | null
  voidedAt: Date | null
  memberEmail: string
  memberName: string
  language: Language
  status: MembershipStatus
  userId: string | null
  role: string
  invitedBy: string | null
  /** Of an API user: who answers for it. */
  responsible: string | null
  /** Whoever invited is still there, may still invite, and has every right that the invitation gives. */
  inviterStands: boolean
  hasAccount: boolean
  tenantName: string
  package: PackageKind
  packageStatus: PackageStatus
}

/** Finds a link by its secret, of whatever purpose, in one statement and without using anything up. */
export async function findLink(db: Queryable, token: string): Promise<FoundLink | null> {
  const hashes = LINK_PURPOSES.map((purpose) => Prisma.sql`(${purpose}, ${tokenHash(purpose, token)}::bytea)`)
  const sql = Prisma.sql`
    SELECT l.tenant_id AS "tenantId", l.id, l.purpose, l.membership_id AS "membershipId", l.email,
      l.created_at AS "createdAt", l.expires_at AS "expiresAt", l.used_at AS "usedAt", l.voided_at AS "voidedAt",
      m.email AS "memberEmail", m.name AS "memberName", m.language, m.status, m.user_id AS "userId", r.name AS role,
      m.invited_by AS "invitedBy", t.name AS "tenantName", k.kind AS package, k.status AS "packageStatus",
      (SELECT a.responsible FROM api_users a WHERE a.tenant_id = m.tenant_id AND a.user_id = m.user_id) AS responsible,
      EXISTS (SELECT FROM logins g WHERE g.email = l.email) AS "hasAccount",
      EXISTS (
        SELECT FROM member_rights(m.tenant_id, m.inviter_id) inviter
        WHERE inviter.permissions @> (r.permissions || CASE m.kind WHEN 'api' THEN 'api-users:manage' ELSE 'users:invite' END)
      ) AS "inviterStands"
    FROM (VALUES ${Prisma.join(hashes)}) AS asked (purpose, token_hash)
    JOIN links l ON l.purpose = asked.purpose AND l.token_hash = asked.token_hash
    JOIN memberships m ON m.tenant_id = l.tenant_id AND m.id = l.membership_id
    CROSS JOIN ${ROLE_OF_MEMBER}
    JOIN tenants t ON t.id = l.tenant_id
    JOIN packages k ON k.tenant_id = l.tenant_id`
  const [row] = await db.query<FoundLink>(sql)
  return row ?? null
}

/** Whether it can be used now: open, in time, and what it gives may still be given. */
export function isOpen(link: FoundLink, now: Date): boolean {
  return isUntouched(link) && link.expiresAt > now && isStillGiven(link)
}

/** Whether a new one may be asked for in its place: expired, and nothing else ever happened to it. */
export function isRenewable(link: FoundLink, now: Date): link is RenewableLink {
  return (
    RENEWABLE.some((purpose) => purpose === link.purpose) &&
    isUntouched(link) &&
    link.expiresAt <= now &&
    isStillGiven(link)
  )
}

/** The others tell of something that was done from a session: there it can be done again. */
const RENEWABLE = [
  'invitation',
  'operator',
  'password-reset',
  'api-credential',
] as const satisfies readonly LinkPurpose[]

export type RenewableLink = FoundLink & { purpose: (typeof RENEWABLE)[number] }

function isUntouched({ usedAt, voidedAt }: FoundLink): boolean {
  return usedAt === null && voidedAt === null
}

/** The current state of organisation, member and inviter: changes since the link was made count. */
function isStillGiven(link: FoundLink): boolean {
  if (link.packageStatus !== 'active') return false
  // The new address waits to be confirmed, and the old one may be told after it is gone.
  const isOfEmailChange = link.purpose === 'email-change' || link.purpose === 'email-change-stop'
  if (!isOfEmailChange && link.email !== link.memberEmail) return false
  switch (link.purpose) {
    case 'invitation':
      return link.status === 'invited' && link.inviterStands && mayAddUsers(link.package)
    case 'operator':
      return link.status === 'invited'
    case 'password-reset':
    case 'not-me':
    case 'email-change':
    case 'email-change-stop':
      return link.status === 'active'
    case 'api-credential':
      return link.status === 'active' && link.inviterStands && mayAddUsers(link.package)
    default:
      return link.purpose satisfies never
  }
}
