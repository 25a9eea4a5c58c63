import { createHash } from 'node:crypto'
import type { Clock } from './clock.ts'
import { createRandom, type Random } from './random.ts'

/** Randomness that a test can repeat: the same seed gives the same bytes in the same order. */
export function createFakeRandom(clock: Clock, seed: string): Random {
  let block = 0
  return createRandom(clock, (size) => {
    const blocks = Array.from({ length: Math.ceil(size / 32) }, () =>
      createHash('sha256').update(`${seed} ${block++}`).digest(),
    )
    return Buffer.concat(blocks).subarray(0, size)
  })
}
