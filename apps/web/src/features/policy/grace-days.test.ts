import { isGrace } from '@keyholder/domain'
import { expect, test } from 'vitest'
import { dayOf, graceDays, startOfDay } from './grace-days.ts'

test.each([
  ['2026-11-22', '2026-11-21T23:00:00.000Z'],
  ['2026-07-01', '2026-06-30T22:00:00.000Z'],
  // The clock goes forward on the first, back on the second.
  ['2027-03-28', '2027-03-27T23:00:00.000Z'],
  ['2027-03-29', '2027-03-28T22:00:00.000Z'],
  ['2026-10-25', '2026-10-24T22:00:00.000Z'],
  ['2026-10-26', '2026-10-25T23:00:00.000Z'],
])('%s begins at %s', (day, instant) => {
  expect(startOfDay(day).toISOString()).toBe(instant)
  expect(dayOf(startOfDay(day))).toBe(day)
})

test.each(['2026-11-22T00:00:00Z', '2026-11-21T22:59:59Z', '2026-11-21T23:00:00Z', '2026-03-28T12:00:00Z'])(
  'at %s the first and the last day are a grace',
  (instant) => {
    const now = new Date(instant)
    const { from, to } = graceDays(now)
    const takes = (day: string) => isGrace(startOfDay(day), { current: null, now })
    expect([takes(from), takes(to)]).toEqual([true, true])
  },
)

test('today and tomorrow are no grace', () => {
  const now = new Date('2026-11-22T12:00:00Z')
  expect(graceDays(now)).toEqual({ from: '2026-11-24', to: '2027-05-21' })
})
