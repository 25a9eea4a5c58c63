import { type AuthMethod, EMAIL_CODE_USES, EMAIL_CODE_USES_DAYS, isStrong } from '@keyholder/domain'
import type { Tx } from '@keyholder/prisma'
import { Problem } from '../../problem.ts'

/**
 * Keeps what a second step that was shown means later: an authenticator or SMS makes the e-mail code possible (ENR-16), anything
 * strong ends the wait after a reset by mail, and an e-mail code is one of five in thirty days. Linking is no proof: whoever
 * links need not have it next time. In the transaction of what the step opens.
 * @throws Problem `factor.not_allowed` when the e-mail codes are used up: one guarded update
 */
export async function recordFactorUse(
  tx: Tx,
  { userId }: { userId: string },
  method: AuthMethod,
  now: Date,
): Promise<void> {
  if (isStrong(method)) {
    // Only what changes is written: most sign-ins write nothing here.
    await tx.login.updateMany({ where: { userId, resetByMailAt: { not: null } }, data: { resetByMailAt: null } })
    if (method === 'authenticator' || method === 'sms') {
      await tx.login.updateMany({ where: { userId, provenAt: null }, data: { provenAt: now } })
    }
    return
  }
  const since = new Date(now.getTime() - EMAIL_CODE_USES_DAYS * 86_400_000)
  const used = await tx.$executeRaw`
    UPDATE logins l SET email_code_uses = array_append(ARRAY(SELECT u FROM unnest(l.email_code_uses) u WHERE u > ${since}), ${now}::timestamptz)
    WHERE l.user_id = ${userId}::uuid AND (SELECT count(*) FROM unnest(l.email_code_uses) u WHERE u > ${since}) < ${EMAIL_CODE_USES}`
  if (used === 0) throw new Problem('factor.not_allowed')
}
