import { networkOf, sourceOf } from '@keyholder/domain'
import type { Platform, RequestFacts } from '../../context.ts'

/** Their limits are high: whoever shares a counter with an ordinary neighbour does not notice. */
const SOURCE_BUCKETS = 100_000
/** Three mails an hour is not much: addresses hardly ever share. */
const EMAIL_BUCKETS = 1_000_000

type Context = { platform: Pick<Platform, 'keyedHash'>; request: Pick<RequestFacts, 'ip'> }

// Strangers choose these keys, and there is no end of them. Each limit has a fixed number of counters that they share, so a flood
// of others neither fills the table nor drives a counter out of it (RTL-10). Which counter is whose is a keyed hash: nobody can
// look for a source or an address that shares the counter of somebody else.

/** The counter of where a request comes from. */
export function sourceBucketKey({ platform, request }: Context): string {
  return bucketKeyOf(platform, sourceOf(request.ip), SOURCE_BUCKETS)
}

/** The counter of the wider network that a request comes from. */
export function networkBucketKey({ platform, request }: Context): string {
  return bucketKeyOf(platform, networkOf(request.ip), SOURCE_BUCKETS)
}

/** The counter of an e-mail address that anybody typed, whether there is such an account or not. */
export function emailBucketKey({ platform }: Pick<Context, 'platform'>, email: string): string {
  return bucketKeyOf(platform, email, EMAIL_BUCKETS)
}

function bucketKeyOf({ keyedHash }: Context['platform'], text: string, buckets: number): string {
  const digest = keyedHash.hash('throttle-slot', text).split('.').at(-1) ?? ''
  return String(Buffer.from(digest, 'base64url').readUInt32BE() % buckets)
}
