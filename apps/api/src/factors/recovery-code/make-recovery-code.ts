import { formatRecoveryCode, newRecoveryCode } from '@keyholder/domain'
import type { Tx } from '@keyholder/prisma'
import { record } from '../../audit/record.ts'
import type { Actor, PublicContext } from '../../context.ts'
import { actorOfOwner, type CodeOwner } from '../code-owner.ts'

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
  const { tenantId, userId, membershipTenantId } = owner
  const code = newRecoveryCode((size) => platform.random.bytes(size))
  const codeHash = platform.keyedHash.hash('recovery-code', `${userId} ${code}`)
  await tx.recoveryCode.upsert({
    where: { tenantId_userId: { tenantId, userId } },
    create: { tenantId, userId, codeHash, madeAt: now },
    update: { codeHash, madeAt: now, keptAt: null },
    select: { userId: true },
  })
  await record(tx, context, { tenantId: membershipTenantId, action: 'recovery-code.made', actor: actorOfOwner(owner) })
  return formatRecoveryCode(code)
}
