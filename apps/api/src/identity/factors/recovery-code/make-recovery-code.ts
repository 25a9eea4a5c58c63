import { actorOf, formatRecoveryCode, newRecoveryCode, type Subject } from '@keyholder/domain'
import type { Tx } from '@keyholder/prisma'
import type { Actor, PublicContext } from '../../../context.ts'
import { Problem } from '../../../problem.ts'
import { record } from '../../audit/record.ts'
import { hashableCode } from './verify-recovery-code.ts'

type Context = PublicContext & { actor?: Actor }

/**
 * Makes the user's one recovery code, in the place of an earlier one. Shown in the answer of this request and never again:
 * only a keyed hash is kept.
 */
export async function makeRecoveryCode(tx: Tx, context: Context, owner: Subject): Promise<string> {
  const { homeTenantId, userId } = owner
  const { code, row } = newCode(context, owner)
  await tx.recoveryCode.upsert({
    where: { homeTenantId_userId: { homeTenantId, userId } },
    create: { homeTenantId, userId, ...row },
    update: row,
    select: { userId: true },
  })
  await recordMade(tx, context, owner)
  return formatRecoveryCode(code)
}

/**
 * Uses the recovery code of this very hash up by putting another in its place: one guarded update, so that of any number at
 * once one does, and there is never a moment without a code (REC-10, REC-11).
 * @throws Problem `code.wrong` when another was first
 */
export async function replaceRecoveryCode(tx: Tx, context: Context, owner: Subject, usedHash: string): Promise<string> {
  const { homeTenantId, userId } = owner
  const { code, row } = newCode(context, owner)
  const { count } = await tx.recoveryCode.updateMany({ where: { homeTenantId, userId, codeHash: usedHash }, data: row })
  if (count === 0) throw new Problem('code.wrong')
  await recordMade(tx, context, owner)
  return formatRecoveryCode(code)
}

function newCode({ platform, now }: Context, owner: Subject) {
  const code = newRecoveryCode((size) => platform.random.bytes(size))
  const codeHash = platform.keyedHash.hash('recovery-code', hashableCode(owner, code))
  return { code, row: { codeHash, madeAt: now, keptAt: null } }
}

async function recordMade(tx: Tx, context: Context, owner: Subject): Promise<void> {
  const { tenantId } = owner
  await record(tx, context, { tenantId, action: 'recovery-code.made', actor: actorOf(owner) })
}
