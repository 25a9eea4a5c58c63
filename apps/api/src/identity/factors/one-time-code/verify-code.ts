import { type Subject, TRIES_PER_ATTEMPT } from '@keyholder/domain'
import { Prisma, type Tx } from '@keyholder/prisma'
import type { Actor, PublicContext } from '../../../context.ts'
import { Problem } from '../../../problem.ts'
import { countSecondFactorTry } from '../count-wrong-codes.ts'
import { recordWrongCode } from '../record-wrong-code.ts'
import { hashedOf } from './store-sent-code.ts'
import type { Bound, Target } from './target.ts'

type Context = PublicContext & { actor?: Actor }

/** A code that was sent and has not expired; nothing has been compared with it yet. */
export type Outstanding = {
  homeTenantId: string
  id: string
  boundTo: string
  method: Target['method']
  factorId: string | null
}

/**
 * The code that is waited for. With none there is nothing to compare, so no try is counted.
 * @throws Problem `code.not_sent`, `code.expired`
 */
export async function findOutstanding(
  { signIn, now }: PublicContext,
  { homeTenantId, userId }: Subject,
  { boundTo, purpose }: Bound,
): Promise<Outstanding> {
  const [row] = await signIn.query<Outstanding & { expiresAt: Date }>(Prisma.sql`
    SELECT tenant_id AS "homeTenantId", id, bound_to AS "boundTo", method, factor_id AS "factorId", expires_at AS "expiresAt"
    FROM one_time_codes
    WHERE tenant_id = ${homeTenantId}::uuid AND user_id = ${userId}::uuid AND bound_to = ${boundTo}::uuid AND purpose = ${purpose}`)
  if (!row) throw new Problem('code.not_sent')
  if (row.expiresAt <= now) throw new Problem('code.expired')
  return row
}

/**
 * Shows a code for a second step: counted together with every other try of this user, then against the code, then compared.
 * It is used up by `consumeCode`, in the transaction of what it opens.
 * @throws Problem `code.wrong`, `code.too_many`, `factor.disabled`
 */
export async function verifyCode(
  context: Context,
  owner: Subject,
  { outstanding, code }: { outstanding: Outstanding; code: string },
): Promise<void> {
  const consecutive = await countSecondFactorTry(context.signIn, owner, context.now)
  if (await isSentCode(context, outstanding, code)) return
  await recordWrongCode(context, owner, { method: outstanding.method, consecutive })
  throw new Problem('code.wrong')
}

/**
 * Counts the try against the code itself, in one guarded statement, and compares then: five, and it is dead (CHN-04, REC-06).
 * @throws Problem `code.too_many`
 */
export async function isSentCode(
  { signIn, platform }: Context,
  { homeTenantId, id, boundTo }: Outstanding,
  code: string,
) {
  const [counted] = await signIn.query<{ codeHash: string }>(Prisma.sql`
    UPDATE one_time_codes SET tries = tries + 1
    WHERE tenant_id = ${homeTenantId}::uuid AND id = ${id}::uuid AND tries < ${TRIES_PER_ATTEMPT}
    RETURNING code_hash AS "codeHash"`)
  if (!counted) throw new Problem('code.too_many', { reason: 'code' })
  const [purpose, value] = hashedOf({ id, boundTo, code })
  return platform.keyedHash.matches(purpose, value, counted.codeHash)
}

/**
 * Uses the code up: of any number at once, one does. A number that was replaced meanwhile opens nothing.
 * @throws Problem `code.wrong` when another was first
 */
export async function consumeCode(tx: Tx, { homeTenantId, id, factorId }: Outstanding, now: Date): Promise<void> {
  await consumeAnyCode(tx, { homeTenantId, id })
  // Only a code by e-mail has none: a rule of the table.
  if (factorId === null) return
  const { count } = await tx.factor.updateMany({
    where: { homeTenantId, id: factorId, kind: 'sms', state: 'linked' },
    data: { lastUsedAt: now },
  })
  if (count === 0) throw new Problem('code.wrong')
}

/** As `consumeCode`, of a code that links a number. */
export async function consumeAnyCode(
  tx: Tx,
  { homeTenantId, id }: Pick<Outstanding, 'homeTenantId' | 'id'>,
): Promise<void> {
  const { count } = await tx.oneTimeCode.deleteMany({ where: { homeTenantId, id } })
  if (count === 0) throw new Problem('code.wrong')
}
