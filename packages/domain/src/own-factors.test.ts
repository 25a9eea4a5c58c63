import { describe, expect, it } from 'vitest'
import { asksWhetherItWorks, canDoWithout } from './own-factors.ts'

const DAY = 86_400_000
const NOW = new Date('2026-11-22T08:00:00Z')
const ago = (days: number, more = 0) => new Date(NOW.getTime() - days * DAY - more)

describe('something for the second step', () => {
  it.each([
    [ago(28), null, true],
    [ago(28, -1), null, false],
    [ago(400), ago(28), true],
    [ago(400), ago(28, -1), false],
    [ago(1), null, false],
    // Linked anew after it was used: the later of the two counts.
    [ago(1), ago(300), false],
  ])('linked at %o and last used at %o is asked after: %s', (linkedAt, lastUsedAt, asked) => {
    expect(asksWhetherItWorks({ linkedAt, lastUsedAt }, NOW)).toBe(asked)
  })

  it.each([
    [[], ['authenticator', 'passkey', 'sms', 'email'], false],
    [['sms'], ['authenticator', 'sms'], true],
    [['sms'], ['authenticator', 'email'], false],
    [['sms', 'passkey'], ['authenticator', 'passkey'], true],
  ] as const)('can be missed when %j stays and %j is allowed: %s', (others, allowed, can) => {
    expect(canDoWithout(others, allowed)).toBe(can)
  })
})
