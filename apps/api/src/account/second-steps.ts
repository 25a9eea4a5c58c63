import type { account as contract, Returned } from '@keyholder/contracts'
import { emailCodeRefusal, waysToShow } from '@keyholder/domain'
import type { Tx } from '@keyholder/prisma'
import type { Actor } from '../context.ts'
import type { Handler } from '../http/serve.ts'
import { type AccountStanding, findStanding } from '../identity/factors/find-standing.ts'
import { inOrder, linkableHere } from '../identity/factors/offer-ways.ts'
import { describeFactor, findOwnFactors } from '../identity/factors/own-factors.ts'

type SecondSteps = Returned<typeof contract.secondSteps>

/** How somebody's second step stands, in the organisation that they work in. */
export const readSecondSteps: Handler<typeof contract.secondSteps> = async (_, { actor, signIn, platform, now }) => {
  return signIn.read(async (tx) => {
    const { userId, tenantId } = actor
    const standing = await findStanding(tx, { userId, tenantId }, now)
    const { allowed } = standing
    return {
      factors: (await findOwnFactors(tx, actor)).map((factor) => describeFactor(factor, { allowed, now })),
      preferred: firstWay(standing, now),
      linkable: linkableHere(standing, platform.settings),
      leaving: leavingOf(standing, now),
      recovery: await findRecovery(tx, actor),
      emailCode: emailCodeRefusal(standing, now) ?? 'available',
    }
  })
}

/** What the next sign-in would begin with: what was chosen while it can be used, else the first in our order. */
function firstWay(standing: AccountStanding, now: Date): SecondSteps['preferred'] {
  const [first] = inOrder(waysToShow(standing, now), standing)
  return first === undefined || first === 'recovery-code' ? null : first
}

function leavingOf({ policy, allowed }: AccountStanding, now: Date): SecondSteps['leaving'] {
  const { leaving, graceUntil } = policy
  if (graceUntil === null || graceUntil <= now) return null
  return { kinds: leaving.filter((kind) => allowed.includes(kind)), at: graceUntil.toISOString() }
}

async function findRecovery(tx: Tx, { homeTenantId, userId }: Actor): Promise<SecondSteps['recovery']> {
  const where = { homeTenantId, userId }
  const kept = await tx.recoveryCode.findFirst({ where, select: { madeAt: true, keptAt: true } })
  return kept && { madeAt: kept.madeAt.toISOString(), kept: kept.keptAt !== null }
}
