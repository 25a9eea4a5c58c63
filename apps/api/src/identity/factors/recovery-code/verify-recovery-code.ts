import type { Subject } from '@keyholder/domain'
import type { PublicContext } from '../../../context.ts'
import { Problem } from '../../../problem.ts'
import { countSecondFactorTry } from '../count-wrong-codes.ts'
import { recordWrongCode } from '../record-wrong-code.ts'

/**
 * Compares a recovery code with that of its owner, after counting the try. Nothing is used up yet: that is done by
 * `replaceRecoveryCode`, in the transaction of what the code opens.
 * @returns the hash that it matched
 * @throws Problem `code.wrong`, `code.too_many` or `factor.disabled`
 */
export async function verifyRecoveryCode(context: PublicContext, owner: Subject, code: string): Promise<string> {
  const { platform, now, signIn } = context
  const { homeTenantId, userId } = owner
  const consecutive = await countSecondFactorTry(signIn, owner, now)
  const kept = await signIn.read((tx) =>
    tx.recoveryCode.findFirst({ where: { homeTenantId, userId }, select: { codeHash: true } }),
  )
  if (kept && platform.keyedHash.matches('recovery-code', hashableCode(owner, code), kept.codeHash)) {
    return kept.codeHash
  }
  await recordWrongCode(context, owner, { method: 'recovery-code', consecutive })
  throw new Problem('code.wrong')
}

/** A code belongs to its owner: the same letters hash differently for another user. */
export function hashableCode({ userId }: Pick<Subject, 'userId'>, code: string): string {
  return `${userId} ${code}`
}
