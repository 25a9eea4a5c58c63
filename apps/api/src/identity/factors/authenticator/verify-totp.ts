import { matchingStep, type Subject, stepOfOtherClock, type UserKey } from '@keyholder/domain'
import type { Tx } from '@keyholder/prisma'
import type { Actor, Attempt, PublicContext } from '../../../context.ts'
import { Problem } from '../../../problem.ts'
import { clearSecondFactorCounter, countSecondFactorTry } from '../count-wrong-codes.ts'
import { recordWrongCode } from '../record-wrong-code.ts'
import { storeClockOff } from './store-clock-off.ts'

type Proof = UserKey & { factorId: string; step: number }
type Context = PublicContext & { actor?: Actor; attempt?: Attempt }
type Linked = { id: string; secret: string; afterStep: number | null }

/**
 * Compares a code with the linked authenticators of its owner, after counting the try. Nothing is used up yet: that is done
 * by `consumeTimeStep`, in the transaction of what the code opens.
 * @throws Problem `code.wrong` (with how far the clock is off, when that is why), `code.too_many` or `factor.disabled`
 */
export async function verifyTotp(context: Context, owner: Subject, code: string): Promise<Proof> {
  const { now, signIn } = context
  const { homeTenantId, userId } = owner
  const consecutive = await countSecondFactorTry(signIn, owner, now)
  const linked = await findLinked(context, owner)
  for (const { id, ...claim } of linked) {
    const step = matchingStep({ ...claim, code, now })
    if (step !== null) return { homeTenantId, userId, factorId: id, step }
  }
  await recordWrongCode(context, owner, { method: 'authenticator', consecutive })
  const offSeconds = await clockOffOf(context, linked, code)
  throw new Problem('code.wrong', offSeconds === null ? {} : { reason: 'clock', told: { offSeconds } })
}

async function findLinked({ platform, signIn }: Context, { homeTenantId, userId }: Subject): Promise<Linked[]> {
  const factors = await signIn.read((tx) =>
    tx.factor.findMany({
      where: { homeTenantId, userId, kind: 'authenticator', state: 'linked' },
      select: { id: true, secretSealed: true, lastStep: true },
    }),
  )
  return factors.flatMap(({ id, secretSealed, lastStep }) => {
    if (secretSealed === null) return []
    const secret = platform.secretBox.open('authenticator', secretSealed, [homeTenantId, userId, id])
    return [{ id, secret, afterStep: lastStep === null ? null : Number(lastStep) }]
  })
}

async function clockOffOf({ signIn, attempt, now }: Context, linked: Linked[], code: string): Promise<number | null> {
  for (const { id: _, ...claim } of linked) {
    const step = stepOfOtherClock({ ...claim, code, now })
    if (step !== null) return storeClockOff(signIn, { attempt, step, now })
  }
  return null
}

/**
 * Uses the code up: its time step can never be taken again. One guarded update decides between any number that come at
 * once (REC-02), in the transaction of what it opens.
 * @throws Problem `code.wrong` when another was first
 */
export async function consumeTimeStep(
  tx: Tx,
  { homeTenantId, userId, factorId, step }: Proof,
  now: Date,
): Promise<void> {
  const { count } = await tx.factor.updateMany({
    where: {
      homeTenantId,
      id: factorId,
      userId,
      kind: 'authenticator',
      state: 'linked',
      OR: [{ lastStep: null }, { lastStep: { lt: step } }],
    },
    data: { lastStep: step, lastUsedAt: now },
  })
  if (count === 0) throw new Problem('code.wrong')
  await clearSecondFactorCounter(tx, { homeTenantId, userId })
}
