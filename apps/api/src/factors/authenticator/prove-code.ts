import { DISABLE_AFTER_CONSECUTIVE, matchingStep } from '@keyholder/domain'
import type { Tx } from '@keyholder/prisma'
import { record } from '../../audit/record.ts'
import type { Actor, Attempt, PublicContext } from '../../context.ts'
import { enqueue } from '../../outbox/enqueue.ts'
import { Problem } from '../../problem.ts'
import { clearSecondFactorCounter, countSecondFactorTry } from '../count-wrong-codes.ts'

/**
 * Whose code it is. `tenantId` is their home, where their factors are kept; `membershipTenantId` the organisation that they
 * come into or work in, whose log tells of it.
 */
export type CodeOwner = Pick<Attempt, 'tenantId' | 'userId' | 'membershipTenantId' | 'membershipId' | 'name' | 'role'>
type Proof = { tenantId: string; userId: string; factorId: string; step: number }
type Context = PublicContext & { actor?: Actor }

/** Somebody who is signed in, as the owner of their codes. */
export function ownerOf(actor: Actor): CodeOwner {
  const { userTenantId, userId, tenantId: membershipTenantId, membershipId, name, role } = actor
  return { tenantId: userTenantId, userId, membershipTenantId, membershipId, name, role: role.name }
}

/** The owner of a code as the log names whoever acts. */
export function actorOfOwner({ membershipId, name, role }: CodeOwner) {
  return { id: membershipId, name, role }
}

/**
 * Compares a code with the linked authenticators of its owner, after counting the try. Nothing is used up yet: that is done
 * by `takeStep`, in the transaction of what the code opens.
 * @throws Problem `code.wrong`, `code.too_many` or `factor.disabled`
 */
export async function proveCode(context: Context, owner: CodeOwner, code: string): Promise<Proof> {
  const { platform, now, signIn } = context
  const { tenantId, userId } = owner
  const consecutive = await countSecondFactorTry(signIn, owner, now)
  const factors = await signIn.read((tx) =>
    tx.factor.findMany({
      where: { tenantId, userId, state: 'linked' },
      select: { id: true, secretSealed: true, lastStep: true },
    }),
  )
  for (const { id, secretSealed, lastStep } of factors) {
    const secret = platform.secretBox.open('authenticator', secretSealed, [tenantId, userId, id])
    const afterStep = lastStep === null ? null : Number(lastStep)
    const step = matchingStep({ secret, code, now, afterStep })
    if (step !== null) return { tenantId, userId, factorId: id, step }
  }
  await recordWrongCode(context, owner, consecutive)
  throw new Problem('code.wrong')
}

/**
 * Uses the code up: its time step can never be taken again. One guarded update decides between any number that come at
 * once (REC-02), in the transaction of what it opens.
 * @throws Problem `code.wrong` when another was first
 */
export async function takeStep(tx: Tx, { tenantId, userId, factorId, step }: Proof, now: Date): Promise<void> {
  const { count } = await tx.factor.updateMany({
    where: { tenantId, id: factorId, userId, state: 'linked', OR: [{ lastStep: null }, { lastStep: { lt: step } }] },
    data: { lastStep: step, lastUsedAt: now },
  })
  if (count === 0) throw new Problem('code.wrong')
  await clearSecondFactorCounter(tx, { tenantId, userId })
}

async function recordWrongCode(context: Context, owner: CodeOwner, consecutive: number): Promise<void> {
  const { tenantId, userId, membershipTenantId, membershipId } = owner
  const event = { tenantId: membershipTenantId, actor: actorOfOwner(owner) }
  await context.signIn.write(async (tx) => {
    await record(tx, context, {
      ...event,
      action: 'sign-in.second-factor',
      outcome: 'failure',
      reason: 'code.wrong',
    })
    if (consecutive < DISABLE_AFTER_CONSECUTIVE) return
    await tx.factor.updateMany({ where: { tenantId, userId, state: 'linked' }, data: { state: 'off' } })
    await record(tx, context, { ...event, action: 'authenticator.switched-off', reason: 'too-many-wrong-codes' })
    await enqueue(tx, context, {
      tenantId: membershipTenantId,
      membershipId,
      template: 'authenticator-switched-off',
      data: { at: context.now.toISOString() },
    })
  })
}
