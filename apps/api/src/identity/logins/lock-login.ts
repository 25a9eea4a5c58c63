import type { Tx } from '@keyholder/prisma'
import { Problem } from '../../problem.ts'

type LockedLogin = { email: string; unlinkedAt: Date | null }

/**
 * The login of a user, locked until the transaction ends: changes of the e-mail address take turns here.
 * @throws Problem `session.missing` when there is no such person any more
 */
export async function lockLogin(tx: Tx, userId: string): Promise<LockedLogin> {
  const [login] = await tx.$queryRaw<LockedLogin[]>`
    SELECT email, unlinked_at AS "unlinkedAt" FROM logins WHERE user_id = ${userId}::uuid FOR UPDATE`
  if (!login) throw new Problem('session.missing')
  return login
}
