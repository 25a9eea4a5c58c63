import type { EnrollableFactor, Language, MembershipStatus, PackageStatus, Subject } from '@keyholder/domain'
import { Prisma, type SignInDb } from '@keyholder/prisma'
import { LINKED_COLUMNS } from '../factors/find-factor-state.ts'

/** Whoever signs in with an address, and where they would come in: at home if they can, else where they are a member. */
export type Login = Subject & {
  email: string
  passwordHash: string
  language: Language
  status: MembershipStatus
  packageStatus: PackageStatus
  packageEndsAt: Date | null
  /** The kinds that are linked, and whether something was switched off after too many wrong codes. */
  linked: EnrollableFactor[]
  switchedOff: boolean
  hasRecoveryCode: boolean
  relinkPending: boolean
  /** Somebody reported a sign-in that was not theirs: this password opens nothing any more. */
  passwordVoidAt: Date | null
}

/** One statement, whatever the address: an unknown one costs the same. */
export async function findLogin(signIn: SignInDb, email: string): Promise<Login | null> {
  return findLoginWhere(signIn, Prisma.sql`l.email = ${email}`)
}

export async function findLoginOfUser(signIn: SignInDb, userId: string): Promise<Login | null> {
  return findLoginWhere(signIn, Prisma.sql`l.user_id = ${userId}::uuid`)
}

async function findLoginWhere(signIn: SignInDb, condition: Prisma.Sql): Promise<Login | null> {
  const [row] = await signIn.query<Login>(Prisma.sql`
    SELECT l.email, l.password_hash AS "passwordHash", l.tenant_id AS "homeTenantId", l.user_id AS "userId", u.name, u.language,
      m.tenant_id AS "tenantId", m.id AS "membershipId", r.name AS role, m.status, k.status AS "packageStatus", k.ends_at AS "packageEndsAt",
      l.password_void_at AS "passwordVoidAt", ${LINKED_COLUMNS}
    FROM logins l
    JOIN users u ON u.tenant_id = l.tenant_id AND u.id = l.user_id
    JOIN memberships m ON m.user_id = u.id
    JOIN roles r ON r.tenant_id = m.tenant_id AND r.id = m.role_id
    JOIN packages k ON k.tenant_id = m.tenant_id
    WHERE ${condition}
    ORDER BY (m.status = 'active' AND k.status = 'active') DESC, (m.tenant_id = u.tenant_id) DESC, m.created_at
    LIMIT 1`)
  return row ?? null
}
