import { describe, expect, it } from 'vitest'
import { createFakeClock } from './clock.fake.ts'
import { systemClock } from './clock.ts'
import { createFakeRandom } from './random.fake.ts'
import { createRandom } from './random.ts'

const UUID_V7 = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/

describe('an id', () => {
  it('is a UUID of version 7 that begins with the time of the clock (RFC 9562)', () => {
    const clock = createFakeClock(new Date(0x017f22e279b0))
    const id = createRandom(clock).uuid()
    expect(id).toMatch(UUID_V7)
    expect(id.slice(0, 13)).toBe('017f22e2-79b0')
  })

  it('sorts after all that were made before it, within one millisecond too', () => {
    const clock = createFakeClock()
    const random = createRandom(clock)
    const ids = Array.from({ length: 20_000 }, (_, index) => {
      if (index % 5_000 === 0) clock.advance(1)
      return random.uuid()
    })
    expect(ids.every((id) => UUID_V7.test(id))).toBe(true)
    expect(ids).toEqual(ids.toSorted())
    expect(new Set(ids).size).toBe(ids.length)
  })

  it('does not go back when the clock does', () => {
    const clock = createFakeClock()
    const random = createRandom(clock)
    const before = random.uuid()
    clock.advance(-60_000)
    expect(random.uuid() > before).toBe(true)
  })

  it('is another one in each process at the same moment', () => {
    const clock = createFakeClock()
    const ids = Array.from({ length: 10_000 }, () => createRandom(clock).uuid())
    expect(new Set(ids).size).toBe(ids.length)
  })
})

it('a token has 256 bits, in 43 characters that fit a link', () => {
  const random = createRandom(systemClock)
  const tokens = Array.from({ length: 10_000 }, () => random.token())
  expect(tokens.every((token) => /^[A-Za-z0-9_-]{43}$/.test(token))).toBe(true)
  expect(new Set(tokens).size).toBe(tokens.length)
})

it('fake randomness is the same for the same seed and another for another', () => {
  const clock = createFakeClock()
  const [one, same, other] = ['a', 'a', 'b'].map((seed) => createFakeRandom(clock, seed))
  const firsts = [one, same, other].map((random) => random?.bytes(40).toString('hex'))
  expect(firsts[0]).toBe(firsts[1])
  expect(firsts[0]).not.toBe(firsts[2])
  expect(one?.token()).not.toBe(one?.token())
})
