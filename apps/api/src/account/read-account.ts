import type { account as contract, Returned } from '@keyholder/contracts'
import { Prisma, type SignInDb, type Tx } from '@keyholder/prisma'
import type { Handler } from '../http/serve.ts'
import { Problem } from '../problem.ts'

type Row = Omit<Returned<typeof contract.read>, 'passwordChangedAt' | 'recoveryCodeMadeAt'> & {
  passwordChangedAt: Date
  recoveryCodeMadeAt: Date | null
}

export const readAccount: Handler<typeof contract.read> = (_, { actor, signIn }) =>
  describeAccount(signIn, actor.userId)

/** The account as its owner sees it: when the password and the recovery code were made, and nothing of what they are. */
export async function describeAccount(way: SignInDb | Tx, userId: string): Promise<Returned<typeof contract.read>> {
  const sql = Prisma.sql`
    SELECT u.id, u.name, l.email, u.language, l.password_changed_at AS "passwordChangedAt", c.made_at AS "recoveryCodeMadeAt"
    FROM users u
    JOIN logins l ON l.tenant_id = u.tenant_id AND l.user_id = u.id
    LEFT JOIN recovery_codes c ON c.tenant_id = u.tenant_id AND c.user_id = u.id
    WHERE u.id = ${userId}::uuid`
  const [row] = 'statement' in way ? await way.statement<Row>(sql) : await way.$queryRaw<Row[]>(sql)
  if (!row) throw new Problem('session.missing')
  const { passwordChangedAt, recoveryCodeMadeAt, ...account } = row
  return {
    ...account,
    passwordChangedAt: passwordChangedAt.toISOString(),
    recoveryCodeMadeAt: recoveryCodeMadeAt?.toISOString() ?? null,
  }
}
