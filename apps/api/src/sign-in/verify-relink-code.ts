import type { signIn as contract } from '@keyholder/contracts'
import { actorOf, readRelinkCode, TRIES_PER_ATTEMPT } from '@keyholder/domain'
import { Prisma } from '@keyholder/prisma'
import type { AttemptContext } from '../context.ts'
import type { Handler } from '../http/serve.ts'
import { advanceAttempt, countSignInAttempt } from '../identity/attempts/attempts.ts'
import { record } from '../identity/audit/record.ts'
import { requireTry } from '../identity/throttle/throttle.ts'
import { Problem } from '../problem.ts'

/**
 * After an unlinking the password alone opens nothing: the code that the unlinking person passed on comes with it. The code
 * stays until a new authenticator is linked, so that a linking that was broken off can be begun again.
 */
export const verifyRelinkCode: Handler<typeof contract.relink> = async ({ body }, context) => {
  const { attempt, signIn, now } = context
  const read = readRelinkCode(body.code)
  // No code of ours looks like this: a slip of the finger costs no try.
  if ('typingError' in read) throw new Problem('code.wrong', { reason: 'typing' })
  await countSignInAttempt(signIn, attempt)
  await requireTry(signIn, now, [{ name: 'relinkByUser', parts: [attempt.userId] }], 'code.too_many')
  const right = await isRelinkCode(context, read.code)
  const { tenantId } = attempt
  const event = { tenantId, action: 'sign-in.relink', actor: actorOf(attempt) } as const
  await signIn.write(async (tx) => {
    await record(tx, context, right ? event : { ...event, outcome: 'failure', reason: 'code.wrong' })
    if (right) await advanceAttempt(tx, context, { attempt, step: 'enrol' })
  })
  if (!right) throw new Problem('code.wrong')
  return { step: 'enrol' }
}

/** Counts the try against the code itself, in one guarded statement, and compares then. */
async function isRelinkCode({ attempt, signIn, platform, now }: AttemptContext, code: string): Promise<boolean> {
  const { homeTenantId, userId } = attempt
  const [counted] = await signIn.query<{ codeHash: string; expiresAt: Date }>(Prisma.sql`
    UPDATE relink_codes SET tries = tries + 1
    WHERE tenant_id = ${homeTenantId}::uuid AND user_id = ${userId}::uuid AND tries < ${TRIES_PER_ATTEMPT}
    RETURNING code_hash AS "codeHash", expires_at AS "expiresAt"`)
  if (!counted) throw new Problem('code.too_many', { reason: 'relink' })
  if (counted.expiresAt <= now) throw new Problem('code.expired')
  if (!platform.keyedHash.matches('relink-code', `${userId} ${code}`, counted.codeHash)) return false
  // A right code is no guess: it gives its try back.
  await signIn.query(Prisma.sql`
    UPDATE relink_codes SET tries = tries - 1
    WHERE tenant_id = ${homeTenantId}::uuid AND user_id = ${userId}::uuid AND tries > 0 AND code_hash = ${counted.codeHash}`)
  return true
}
