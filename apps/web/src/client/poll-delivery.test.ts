import { expect, test } from 'vitest'
import { pollDelivery } from './poll-delivery.ts'

const times = { resendAt: '2026-11-21T14:00:30.000Z', expiresAt: '2026-11-21T14:10:00.000Z' }
const at = (time: string) => Date.parse(`2026-11-21T${time}Z`)

test('what became of a code is asked soon at first, and seldom later', () => {
  const sent = { ...times, delivery: 'sending' } as const
  expect(pollDelivery(sent, at('14:00:01'))).toBe(2_000)
  expect(pollDelivery(sent, at('14:00:30'))).toBe(10_000)
})

test.each([[null], [undefined], [{ ...times, delivery: 'sent' }], [{ ...times, delivery: 'failed' }]] as const)(
  'of %j nothing more is asked',
  (sent) => {
    expect(pollDelivery(sent, at('14:00:01'))).toBe(false)
  },
)

test('of a code that no longer works nothing more is asked', () => {
  expect(pollDelivery({ ...times, delivery: 'sending' }, at('14:10:00'))).toBe(false)
})
