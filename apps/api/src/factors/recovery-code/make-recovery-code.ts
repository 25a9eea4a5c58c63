import { newRecoveryCode, readRecoveryCode } from '@keyholder/domain'
import type { Tx } from '@keyholder/prisma'
import { record } from '../../audit/record.ts'
import type { Actor, PublicContext } from '../../context.ts'
import type { CodeOwner } from '../authenticator/prove-code.ts'

/**
 * Makes the user's one recovery code, in the place of an earlier one. Shown in the answer of this request and never again:
 * only a keyed hash is kept.
 */
export async function makeRecoveryCode(
  tx: Tx,
  context: PublicContext & { actor?: Actor },
  owner: CodeOwner,
): Promise<string> {
  const { platform, now } = context
  const { tenantId, userId, membershipId, name } = owner
  const shown = newRecoveryCode((size) => platform.random.bytes(size))
  const codeHash = hashRecoveryCode(context, userId, shown)
  await tx.recoveryCode.upsert({
    where: { tenantId_userId: { tenantId, userId } },
    create: { tenantId, userId, codeHash, madeAt: now },
    update: { codeHash, madeAt: now, keptAt: null },
    select: { userId: true },
  })
  await record(tx, context, { tenantId, action: 'recovery-code.made', actor: { id: membershipId, name } })
  return shown
}

function hashRecoveryCode({ platform }: PublicContext, userId: string, shown: string): string {
  const read = readRecoveryCode(shown)
  if (!('code' in read)) throw new Error('A recovery code that was just made cannot be read.')
  return platform.keyedHash.hash('recovery-code', `${userId} ${read.code}`)
}
