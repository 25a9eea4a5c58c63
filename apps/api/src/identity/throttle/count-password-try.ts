import type { PublicContext } from '../../context.ts'
import { Problem } from '../../problem.ts'
import { findKnownDevice } from '../devices/find-known-device.ts'
import { type Counted, countTry } from './throttle.ts'
import { addressSlot, networkSlot, sourceSlot } from './throttle-slot.ts'

/**
 * Counts a try at somebody's password, wherever it is asked, before it is compared. Each device that signed in to this
 * account before has a lane of its own, all others share one: the owner gets in while a stranger hammers.
 * @returns the keyed hash by which counters and log know the address, and the lane
 * @throws Problem `sign_in.too_many`
 */
export async function countPasswordTry(
  context: PublicContext,
  email: string,
): Promise<{ account: string; lane: Counted }> {
  const { platform, signIn, now } = context
  const account = platform.keyedHash.hash('throttle', email)
  const known = await findKnownDevice(signIn, context, { email })
  const lane: Counted = {
    name: 'passwordByAccount',
    parts: known === null ? [addressSlot(context, email), 'unknown'] : [account, 'known', known.id],
  }
  const retryAfterSeconds = await countTry(signIn, now, [
    { name: 'passwordBySource', parts: [sourceSlot(context)] },
    { name: 'passwordByNetwork', parts: [networkSlot(context)] },
    lane,
    // Guesses at many accounts from many addresses do not shut out whoever is known. Behind the lane: hammering at one account
    // uses up that one's tries and nobody else's.
    ...(known === null ? [{ name: 'passwordOverall', parts: ['all'] } as const] : []),
  ])
  if (retryAfterSeconds !== null) throw new Problem('sign_in.too_many', { retryAfterSeconds })
  return { account, lane }
}
