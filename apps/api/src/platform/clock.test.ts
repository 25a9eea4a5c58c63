import { expect, it } from 'vitest'
import { createFakeClock, days, hours, minutes, seconds } from './clock.fake.ts'
import { systemClock } from './clock.ts'

it('the fake clock stands still until it is moved, either way', () => {
  const clock = createFakeClock(new Date('2026-03-01T12:00:00.000Z'))
  expect(clock.now()).toEqual(clock.now())
  clock.advance(days(1) + hours(2) + minutes(3) + seconds(4) + 5)
  expect(clock.now().toISOString()).toBe('2026-03-02T14:03:04.005Z')
  clock.advance(-hours(1))
  expect(clock.now().toISOString()).toBe('2026-03-02T13:03:04.005Z')
})

it('the fake clock cannot be moved by changing the date that it returned', () => {
  const clock = createFakeClock(new Date('2026-03-01T12:00:00.000Z'))
  clock.now().setFullYear(1999)
  expect(clock.now().getUTCFullYear()).toBe(2026)
})

it('the system clock tells the time', () => {
  expect(Math.abs(systemClock.now().getTime() - Date.now())).toBeLessThan(1000)
})
