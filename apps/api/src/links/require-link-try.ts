import { sourceOf } from '@keyholder/domain'
import type { PublicContext } from '../context.ts'
import { requireTry } from '../throttle.ts'

/**
 * Counts a request that brings a link. Nobody guesses 256 bits: this bounds the work only.
 * @throws Problem `request.too_many`
 */
export async function requireLinkTry({ signIn, now, request }: PublicContext): Promise<void> {
  await requireTry(signIn, now, [{ name: 'linkBySource', parts: [sourceOf(request.address)] }], 'request.too_many')
}
