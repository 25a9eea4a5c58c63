import { describe, expect, it } from 'vitest'
import { counterKey, LIMITS, retryAfterSeconds } from './throttle.ts'

describe('a limit', () => {
  it.each(Object.entries(LIMITS))(
    '%s allows something, for some time, and no longer window allows more per second',
    (_name, limits) => {
      const rates = limits.map(({ limit, windowSeconds }) => limit / windowSeconds)
      expect(limits.every(({ limit, windowSeconds }) => limit > 0 && windowSeconds > 0)).toBe(true)
      expect(rates).toEqual(rates.toSorted((a, b) => b - a))
    },
  )

  it('ends when its window does, to the second, and is never over at once (RTL-15)', () => {
    const startedAt = new Date('2026-03-01T12:00:00.000Z')
    const after = (milliseconds: number) =>
      retryAfterSeconds(startedAt, 900, new Date(startedAt.getTime() + milliseconds))
    expect(after(0)).toBe(900)
    expect(after(1)).toBe(900)
    expect(after(600_000)).toBe(300)
    expect(after(899_999)).toBe(1)
    expect(after(900_000)).toBe(1)
    expect(after(5_000_000)).toBe(1)
  })

  it('is never longer than its window, also when the clock went back', () => {
    const startedAt = new Date('2026-03-01T12:00:00.000Z')
    expect(retryAfterSeconds(startedAt, 900, new Date('2026-03-01T11:00:00.000Z'))).toBe(900)
  })
})

describe('a counter', () => {
  it('is one per limit and per part', () => {
    expect(counterKey('secondFactorByUser', 'u1')).toBe('secondFactorByUser|u1')
    expect(counterKey('passwordOverall')).toBe('passwordOverall')
  })

  it('cannot be made to be another one', () => {
    expect(() => counterKey('secondFactorByUser', 'u1|u2')).toThrow(RangeError)
    expect(() => counterKey('secondFactorByUser', '')).toThrow(RangeError)
  })
})
