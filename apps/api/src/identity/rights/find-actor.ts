import type {
  AuthMethod,
  BuiltInRole,
  Language,
  PackageKind,
  PackageStatus,
  Permission,
  Subject,
} from '@keyholder/domain'
import { Prisma, type SignInDb } from '@keyholder/prisma'
import type { Actor } from '../../context.ts'
import { tokenHash } from '../../platform/keyed-hash.ts'
import { isSessionOpen } from '../sessions/is-open.ts'
import { MEMBER_RIGHTS } from './rights.ts'

export type ActorRow = Omit<Subject, 'role'> & {
  email: string
  language: Language
  roleId: string
  roleName: string
  builtIn: BuiltInRole | null
  rank: number
  permissions: Permission[]
  tenantName: string
  package: PackageKind
  packageStatus: PackageStatus
}

/** What every authenticated caller has, person or machine: status, role and package are read at each request. */
export const ACTOR_COLUMNS = Prisma.sql`
  m.tenant_id AS "tenantId", m.id AS "membershipId", m.home_tenant_id AS "homeTenantId", m.user_id AS "userId",
  m.name, m.email, m.language, r.role_id AS "roleId", r.name AS "roleName", r.built_in AS "builtIn", r.rank, r.permissions,
  t.name AS "tenantName", k.kind AS package, k.status AS "packageStatus"`

/** Members who may do something: active, in an organisation whose package is. */
export const ACTOR_TABLES = Prisma.sql`
  memberships m
  CROSS JOIN ${MEMBER_RIGHTS}
  JOIN tenants t ON t.id = m.tenant_id
  JOIN packages k ON k.tenant_id = m.tenant_id AND k.status = 'active'`

type SessionRow = ActorRow & {
  sessionId: string
  openedAt: Date
  lastUsedAt: Date
  idleSeconds: number
  endsAt: Date
  secondFactor: AuthMethod
  secondFactorAt: Date
  passwordProven: boolean
}

// Each request writing its last use would halve the rate (performance.md 5).
const WRITTEN_ONCE_IN_SECONDS = 60

/**
 * Who a session token belongs to: one statement, no cache. Null for every doubt: unknown, idle or too old, member not
 * active, package not active.
 */
export async function findSessionActor(signIn: SignInDb, token: string, now: Date): Promise<Actor | null> {
  const hash = tokenHash('session', token)
  const [row] = await signIn.query<SessionRow>(Prisma.sql`
    SELECT ${ACTOR_COLUMNS}, s.id AS "sessionId", s.opened_at AS "openedAt", s.last_used_at AS "lastUsedAt",
      s.idle_seconds AS "idleSeconds", s.ends_at AS "endsAt", s.second_factor AS "secondFactor", s.second_factor_at AS "secondFactorAt",
      s.password_proven AS "passwordProven"
    FROM sessions s JOIN (${ACTOR_TABLES}) ON m.tenant_id = s.tenant_id AND m.id = s.membership_id
    WHERE s.token_hash = ${hash} AND s.user_id = m.user_id AND m.kind = 'person' AND ${isSessionOpen(now)}`)
  if (!row) return null
  if (now.getTime() - row.lastUsedAt.getTime() >= WRITTEN_ONCE_IN_SECONDS * 1000) {
    await signIn.query(
      Prisma.sql`UPDATE sessions SET last_used_at = ${now} WHERE token_hash = ${hash} AND last_used_at < ${now}`,
    )
  }
  const { sessionId: id, openedAt, idleSeconds, endsAt, secondFactor, secondFactorAt, passwordProven } = row
  return {
    ...toActor(row, 'person'),
    session: {
      id,
      tokenHash: hash,
      openedAt,
      lastUsedAt: row.lastUsedAt,
      idleSeconds,
      endsAt,
      secondFactor,
      secondFactorAt,
      passwordProven,
    },
  }
}

/** An actor from its row, without a session. */
export function toActor(row: ActorRow, kind: 'person' | 'api'): Actor {
  const { tenantId, membershipId, homeTenantId, userId, name, email, language, permissions } = row
  return {
    kind,
    tenantId,
    membershipId,
    homeTenantId,
    userId,
    name,
    email,
    language,
    role: row.roleName,
    rights: { roleId: row.roleId, builtIn: row.builtIn, rank: row.rank, permissions },
    tenant: { name: row.tenantName, package: row.package, packageStatus: row.packageStatus },
    session: null,
  }
}

/** The same person as a member of another organisation, or null when they are no active member there. */
export async function findActorOfMember(
  signIn: SignInDb,
  { tenantId, userId }: { tenantId: string; userId: string },
): Promise<Actor | null> {
  const [row] = await signIn.query<ActorRow>(Prisma.sql`
    SELECT ${ACTOR_COLUMNS} FROM ${ACTOR_TABLES}
    WHERE m.tenant_id = ${tenantId}::uuid AND m.user_id = ${userId}::uuid AND m.kind = 'person'`)
  return row ? toActor(row, 'person') : null
}
