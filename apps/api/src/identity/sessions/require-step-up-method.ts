import type { Queryable } from '@keyholder/prisma'
import type { Actor } from '../../context.ts'
import { Problem } from '../../problem.ts'
import { type AccountFactorState, findFactorState } from '../factors/find-factor-state.ts'
import { type StepUpMethod, stepUpMethods } from '../factors/offer-methods.ts'

type Wanted = { actor: Actor; method: StepUpMethod; now: Date }

/**
 * Whether somebody can show their second step again by this method, where they work now: linked, and allowed there.
 * @throws Problem `factor.not_allowed`
 */
export async function requireStepUpMethod(db: Queryable, { actor, method, now }: Wanted): Promise<AccountFactorState> {
  const factorState = await findFactorState(db, { userId: actor.userId, tenantId: actor.tenantId }, now)
  if (!stepUpMethods(factorState).some((fresh) => fresh.method === method)) throw new Problem('factor.not_allowed')
  return factorState
}
