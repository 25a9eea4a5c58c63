import type { Tx } from '@keyholder/prisma'
import type { ActorContext } from '../context.ts'
import { ownerOf } from '../factors/code-owner.ts'
import { findStanding } from '../factors/find-standing.ts'
import { freshWays } from '../factors/offer-ways.ts'
import { Problem } from '../problem.ts'

/** @throws Problem `factor.not_allowed` when no passkey is linked, or not allowed in the organisation that one works in */
export async function requirePasskeyHere(tx: Tx, { actor, now }: ActorContext): Promise<void> {
  const ways = freshWays(await findStanding(tx, ownerOf(actor), now))
  if (!ways.some(({ way }) => way === 'passkey')) throw new Problem('factor.not_allowed')
}
