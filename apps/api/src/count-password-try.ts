import { networkOf, sourceOf } from '@keyholder/domain'
import type { PublicContext } from './context.ts'
import { deviceOf } from './known-device.ts'
import { Problem } from './problem.ts'
import { type Counted, countTry } from './throttle.ts'

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
  const { platform, signIn, now, request } = context
  const account = platform.keyedHash.hash('throttle', email)
  const device = deviceOf(platform, email, request.deviceCookie)
  const known = device === null ? null : platform.keyedHash.hash('throttle', device)
  const lane: Counted = {
    name: 'passwordByAccount',
    parts: known === null ? [account, 'unknown'] : [account, 'known', known],
  }
  const retryAfterSeconds = await countTry(signIn, now, [
    { name: 'passwordBySource', parts: [sourceOf(request.address)] },
    { name: 'passwordByNetwork', parts: [networkOf(request.address)] },
    lane,
    // Guesses at many accounts from many addresses do not shut out whoever is known.
    ...(known === null ? [{ name: 'passwordOverall', parts: ['all'] } as const] : []),
  ])
  if (retryAfterSeconds !== null) throw new Problem('sign_in.too_many', { retryAfterSeconds })
  return { account, lane }
}
