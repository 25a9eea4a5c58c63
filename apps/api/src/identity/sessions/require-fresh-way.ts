import type { SignInDb, Tx } from '@keyholder/prisma'
import type { Actor } from '../../context.ts'
import { Problem } from '../../problem.ts'
import { type AccountStanding, findStanding } from '../factors/find-standing.ts'
import { type FreshWay, freshWays } from '../factors/offer-ways.ts'

type Wanted = { actor: Actor; way: FreshWay; now: Date }

/**
 * Whether somebody can show their second step again by this way, where they work now: linked, and allowed there.
 * @throws Problem `factor.not_allowed`
 */
export async function requireFreshWay(db: SignInDb | Tx, { actor, way, now }: Wanted): Promise<AccountStanding> {
  const standing = await findStanding(db, { userId: actor.userId, tenantId: actor.tenantId }, now)
  if (!freshWays(standing).some((fresh) => fresh.way === way)) throw new Problem('factor.not_allowed')
  return standing
}
