import type { account as contract, Returned } from '@keyholder/contracts'
import { Prisma, type Queryable } from '@keyholder/prisma'
import type { ActorContext } from '../context.ts'
import type { Handler } from '../http/serve.ts'
import { isLinkOpen } from '../identity/links/open-links.ts'
import { findPasswordMin } from '../identity/passwords/find-password-min.ts'
import { Problem } from '../problem.ts'

type Account = Returned<typeof contract.read>
type Row = Pick<Account, 'id' | 'name' | 'email' | 'language'> & {
  passwordChangedAt: Date
  recoveryCodeMadeAt: Date | null
  newEmail: string | null
  newEmailUntil: Date | null
}

export const readAccount: Handler<typeof contract.read> = (_, context) => describeAccount(context.signIn, context)

/** The account as its owner sees it: when the password and the recovery code were made, and nothing of what they are. */
export async function describeAccount(
  db: Queryable,
  { actor, now }: Pick<ActorContext, 'actor' | 'now'>,
): Promise<Account> {
  const { userId } = actor
  const sql = Prisma.sql`
    SELECT u.id, u.name, l.email, u.language, l.password_changed_at AS "passwordChangedAt", c.made_at AS "recoveryCodeMadeAt",
      waiting.email AS "newEmail", waiting.expires_at AS "newEmailUntil"
    FROM users u
    JOIN logins l ON l.tenant_id = u.tenant_id AND l.user_id = u.id
    LEFT JOIN recovery_codes c ON c.tenant_id = u.tenant_id AND c.user_id = u.id
    LEFT JOIN LATERAL (
      SELECT l.email, l.expires_at FROM memberships m JOIN links l ON l.tenant_id = m.tenant_id AND l.membership_id = m.id
      WHERE m.user_id = u.id AND l.purpose = 'email-change' AND ${isLinkOpen(now)}
      ORDER BY l.created_at DESC LIMIT 1
    ) waiting ON true
    WHERE u.id = ${userId}::uuid`
  const [row] = await db.query<Row>(sql)
  if (!row) throw new Problem('session.missing')
  const { passwordChangedAt, recoveryCodeMadeAt, newEmail, newEmailUntil, ...account } = row
  return {
    ...account,
    passwordChangedAt: passwordChangedAt.toISOString(),
    recoveryCodeMadeAt: recoveryCodeMadeAt?.toISOString() ?? null,
    passwordMin: await findPasswordMin(db, userId),
    newEmail: newEmail && newEmailUntil ? { email: newEmail, expiresAt: newEmailUntil.toISOString() } : null,
  }
}
