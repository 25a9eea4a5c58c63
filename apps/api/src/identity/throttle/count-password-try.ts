import type { PublicContext } from '../../context.ts'
import { Problem } from '../../problem.ts'
import { findKnownDevice } from '../devices/find-known-device.ts'
import { emailBucketKey, networkBucketKey, sourceBucketKey } from './bucket-key.ts'
import { type Counted, countAttempt } from './throttle.ts'

/**
 * Counts a try at somebody's password, wherever it is asked, before it is compared. Each device that signed in to this
 * account before has a lane of its own, all others share one: the owner gets in while a stranger hammers.
 * @returns the keyed hash by which counters and log know the address, and the lane
 * @throws Problem `sign_in.too_many`
 */
export async function countPasswordTry(
  context: PublicContext,
  email: string,
): Promise<{ account: string; bucket: Counted }> {
  const { platform, signIn, now } = context
  const account = platform.keyedHash.hash('throttle', email)
  const known = await findKnownDevice(signIn, context, { email })
  const bucket: Counted = {
    name: 'passwordByAccount',
    parts: known === null ? [emailBucketKey(context, email), 'unknown'] : [account, 'known', known.id],
  }
  const retryAfterSeconds = await countAttempt(signIn, now, [
    { name: 'passwordBySource', parts: [sourceBucketKey(context)] },
    { name: 'passwordByNetwork', parts: [networkBucketKey(context)] },
    bucket,
    // Guesses at many accounts from many addresses do not shut out whoever is known. Behind the lane: hammering at one account
    // uses up that one's tries and nobody else's.
    ...(known === null ? [{ name: 'passwordOverall', parts: ['all'] } as const] : []),
  ])
  if (retryAfterSeconds !== null) throw new Problem('sign_in.too_many', { retryAfterSeconds })
  return { account, bucket }
}
