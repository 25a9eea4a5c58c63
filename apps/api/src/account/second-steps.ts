import type { account as contract, Returned } from '@keyholder/contracts'
import { emailCodeRefusal, usableMethods } from '@keyholder/domain'
import type { Tx } from '@keyholder/prisma'
import type { Actor } from '../context.ts'
import type { Handler } from '../http/serve.ts'
import { type AccountFactorState, findFactorState } from '../identity/factors/find-factor-state.ts'
import { enrollableHere, inOrder } from '../identity/factors/offer-methods.ts'
import { describeFactor, findOwnFactors } from '../identity/factors/own-factors.ts'

type SecondSteps = Returned<typeof contract.secondSteps>

/** The state of the actor's second step in the organisation they work in. */
export const readSecondSteps: Handler<typeof contract.secondSteps> = async (_, { actor, signIn, platform, now }) => {
  return signIn.read(async (tx) => {
    const { userId, tenantId } = actor
    const factorState = await findFactorState(tx, { userId, tenantId }, now)
    const { allowed } = factorState
    return {
      factors: (await findOwnFactors(tx, actor)).map((factor) => describeFactor(factor, { allowed, now })),
      preferred: firstMethod(factorState, now),
      enrollable: enrollableHere(factorState, platform.settings),
      phasedOut: phasedOutOf(factorState, now),
      recovery: await findRecovery(tx, actor),
      emailCode: emailCodeRefusal(factorState, now) ?? 'available',
    }
  })
}

/** What the next sign-in would begin with: what was chosen while it can be used, else the first in our order. */
function firstMethod(factorState: AccountFactorState, now: Date): SecondSteps['preferred'] {
  const [first] = inOrder(usableMethods(factorState, now), factorState)
  return first === undefined || first === 'recovery-code' ? null : first
}

function phasedOutOf({ policy, allowed }: AccountFactorState, now: Date): SecondSteps['phasedOut'] {
  const { phasedOut, graceEndsAt } = policy
  if (graceEndsAt === null || graceEndsAt <= now) return null
  return { kinds: phasedOut.filter((kind) => allowed.includes(kind)), at: graceEndsAt.toISOString() }
}

async function findRecovery(tx: Tx, { homeTenantId, userId }: Actor): Promise<SecondSteps['recovery']> {
  const where = { homeTenantId, userId }
  const kept = await tx.recoveryCode.findFirst({ where, select: { madeAt: true, keptAt: true } })
  return kept && { madeAt: kept.madeAt.toISOString(), kept: kept.keptAt !== null }
}
