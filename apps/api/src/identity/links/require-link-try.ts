import type { PublicContext } from '../../context.ts'
import { sourceBucketKey } from '../throttle/bucket-key.ts'
import { requireTry } from '../throttle/throttle.ts'

/**
 * Counts a request that brings a link. Nobody guesses 256 bits: this bounds the work only.
 * @throws Problem `request.too_many`
 */
export async function requireLinkTry(context: PublicContext): Promise<void> {
  const source = { name: 'linkBySource', parts: [sourceBucketKey(context)] } as const
  await requireTry(context.signIn, context.now, [source], 'request.too_many')
}
