import { expect, test } from 'vitest'
import { secondsLeft } from './seconds-left.ts'

test.each([
  [30_000, 0, 30],
  [30_000, 1, 30],
  [30_000, 29_001, 1],
  [30_000, 30_000, 0],
  [30_000, 99_000, 0],
])('until %i there are, at %i, %i seconds left: never too few, never less than none', (at, now, left) => {
  expect(secondsLeft(at, now)).toBe(left)
})
