import {
  allowedAt,
  type EnrollableFactor,
  enrollableAt,
  type FactorKind,
  type FactorState,
  type KeptPolicy,
  type PackageKind,
  policyOfPackage,
  type Subject,
} from '@keyholder/domain'
import { Prisma, type Queryable } from '@keyholder/prisma'
import { Problem } from '../../problem.ts'

/** The stored factors of the user `u`, as columns of one statement. */
export const LINKED_COLUMNS = Prisma.sql`
  ARRAY(SELECT DISTINCT f.kind FROM factors f WHERE f.tenant_id = u.tenant_id AND f.user_id = u.id AND f.state = 'linked') AS linked,
  EXISTS (SELECT FROM factors f WHERE f.tenant_id = u.tenant_id AND f.user_id = u.id AND f.state = 'off') AS "switchedOff",
  EXISTS (SELECT FROM recovery_codes c WHERE c.tenant_id = u.tenant_id AND c.user_id = u.id) AS "hasRecoveryCode",
  EXISTS (SELECT FROM relink_codes c WHERE c.tenant_id = u.tenant_id AND c.user_id = u.id) AS "relinkPending"`

/** The policy of the organisation with the package `k`, as its own row or as its package begins. */
const POLICY_COLUMNS = Prisma.sql`
  k.kind AS package, p.allowed, p.phased_out AS "phasedOut", p.grace_ends_at AS "graceEndsAt", p.passkey_alone AS "passkeyAlone",
  p.idle_minutes AS "idleMinutes", p.absolute_hours AS "absoluteHours", p.password_min AS "passwordMin"`

type PolicyRow = { package: PackageKind } & { [K in keyof KeptPolicy]: KeptPolicy[K] | null }

type Row = PolicyRow & {
  linked: EnrollableFactor[]
  hasRecoveryCode: boolean
  recoveryCodeKept: boolean
  relinkPending: boolean
  provenAt: Date | null
  resetByMailAt: Date | null
  emailCodeUses: Date[]
  preferred: FactorKind | null
  ending: string | null
  email: string
  smsOff: boolean
}

/** How an account stands at the second step, in an organisation that it comes into or works in. */
export type AccountFactorState = FactorState & {
  policy: KeptPolicy
  package: PackageKind
  enrollable: readonly EnrollableFactor[]
  preferred: FactorKind | null
  /** The last two digits of the number that is linked. */
  ending: string | null
  email: string
  /** Text messages are switched off on the whole platform. */
  smsOff: boolean
}

/** One statement, at sign-in and in a session alike. */
export async function findFactorState(
  db: Queryable,
  { userId, tenantId }: Pick<Subject, 'userId' | 'tenantId'>,
  now: Date,
): Promise<AccountFactorState> {
  const sql = Prisma.sql`
    SELECT ${LINKED_COLUMNS}, ${POLICY_COLUMNS}, l.email, l.proven_at AS "provenAt", l.reset_by_mail_at AS "resetByMailAt",
      l.email_code_uses AS "emailCodeUses", l.preferred_method AS preferred,
      EXISTS (SELECT FROM recovery_codes c WHERE c.tenant_id = u.tenant_id AND c.user_id = u.id AND c.kept_at IS NOT NULL)
        AS "recoveryCodeKept",
      (SELECT f.ending FROM factors f WHERE f.tenant_id = u.tenant_id AND f.user_id = u.id AND f.kind = 'sms' AND f.state = 'linked') AS ending,
      EXISTS (SELECT FROM kill_switches s WHERE s.name = 'sms') AS "smsOff"
    FROM users u
    JOIN logins l ON l.tenant_id = u.tenant_id AND l.user_id = u.id
    JOIN packages k ON k.tenant_id = ${tenantId}::uuid
    LEFT JOIN policies p ON p.tenant_id = k.tenant_id
    WHERE u.id = ${userId}::uuid`
  const [row] = await db.query<Row>(sql)
  if (!row) throw new Problem('attempt.missing')
  const policy = policyOf(row)
  const { linked, hasRecoveryCode, recoveryCodeKept, relinkPending, preferred, ending, email, smsOff } = row
  return {
    linked,
    allowed: allowedAt(policy, row.package, now),
    hasRecoveryCode,
    recoveryCodeKept,
    relinkPending,
    emailCode: { provenAt: row.provenAt, resetByMailAt: row.resetByMailAt, uses: row.emailCodeUses },
    policy,
    package: row.package,
    enrollable: enrollableAt(policy, row.package),
    preferred,
    ending,
    email,
    smsOff,
  }
}

/** The policy that holds in an organisation. */
export async function findPolicy(db: Queryable, tenantId: string): Promise<KeptPolicy> {
  const sql = Prisma.sql`
    SELECT ${POLICY_COLUMNS} FROM packages k LEFT JOIN policies p ON p.tenant_id = k.tenant_id
    WHERE k.tenant_id = ${tenantId}::uuid`
  const [row] = await db.query<PolicyRow>(sql)
  if (!row) throw new Error('An organisation without a package.')
  return policyOf(row)
}

function policyOf(row: PolicyRow): KeptPolicy {
  const beginning = policyOfPackage(row.package)
  return {
    allowed: row.allowed ?? beginning.allowed,
    passkeyAlone: row.passkeyAlone ?? beginning.passkeyAlone,
    idleMinutes: row.idleMinutes ?? beginning.idleMinutes,
    absoluteHours: row.absoluteHours ?? beginning.absoluteHours,
    passwordMin: row.passwordMin ?? beginning.passwordMin,
    phasedOut: row.phasedOut ?? [],
    graceEndsAt: row.graceEndsAt,
  }
}
