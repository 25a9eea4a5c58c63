import type { FactorKind } from '@keyholder/domain'
import { describe, expect, test } from 'vitest'
import type { Policy } from './policy-query.ts'
import { choiceOf, choicesWith, isSame, takenAway, valuesOf, wrongOf } from './policy-values.ts'

const now = new Date('2026-11-22T12:00:00Z')
const at = '2027-01-10T13:30:00.000Z'
const ALL: FactorKind[] = ['authenticator', 'passkey', 'sms', 'email']

const policy: Policy = {
  allowed: ALL,
  passkeyAlone: false,
  idleMinutes: 30,
  absoluteHours: 12,
  passwordMin: 8,
  possible: ALL,
  phasedOut: null,
  changedAt: null,
  mayChange: true,
}
const phasedOut: Policy = { ...policy, allowed: ['authenticator'], phasedOut: { kinds: ['sms'], at } }
const values = valuesOf(policy)

test('what is chosen from holds what is now, in order', () => {
  expect([choicesWith([5, 10], 7), choicesWith([5, 10], 10)]).toEqual([
    [5, 7, 10],
    [5, 10],
  ])
})

test('what leaves is taken away too', () => {
  expect([
    takenAway(['passkey'], phasedOut),
    takenAway(['authenticator', 'sms'], phasedOut),
    takenAway(ALL, policy),
  ]).toEqual([['authenticator', 'sms'], [], []])
})

describe('what is sent', () => {
  test('has no date while nothing is taken away', () => {
    expect(choiceOf({ ...values, day: '2027-01-10' }, policy).graceEndsAt).toBeNull()
  })

  test('has the beginning of the day that was chosen', () => {
    expect(choiceOf({ ...values, allowed: ['passkey'], day: '2027-01-10' }, policy).graceEndsAt).toBe(
      '2027-01-09T23:00:00.000Z',
    )
  })

  test('keeps the moment of a grace that was not touched', () => {
    expect(choiceOf(valuesOf(phasedOut), phasedOut).graceEndsAt).toBe(at)
  })

  test('drops the passkey alone with the passkey', () => {
    expect(choiceOf({ ...values, passkeyAlone: true, allowed: ['authenticator'] }, policy).passkeyAlone).toBe(false)
  })
})

test.each([
  ['untouched', {}, true],
  ['a shorter session', { idleMinutes: '15' }, false],
  ['a day without anything taken away', { day: '2027-01-10' }, true],
  ['something taken away', { allowed: ['passkey'] as FactorKind[] }, false],
])('%s is the same: %s', (_, changed, same) => {
  expect(isSame(choiceOf({ ...values, ...changed }, policy), policy)).toBe(same)
})

test.each([
  [[], '', 0, { allowed: 'allowedMissing' }],
  [['email'], '', 0, { allowed: 'linkedMissing' }],
  [ALL, '', 3, {}],
  [['passkey'], '', 0, {}],
  [['passkey'], '', 1, { day: 'dayMissing' }],
  [['passkey'], '2026-11-23', 1, { day: 'dayWrong' }],
  [['passkey'], '2026-11-24', 1, {}],
  [['passkey'], '2027-05-21', 1, {}],
  [['passkey'], '2027-05-22', 1, { day: 'dayWrong' }],
] as const)('%j from %j with %s users touched: %j', (allowed, day, touched, wrong) => {
  expect(wrongOf({ ...values, allowed: [...allowed], day }, { policy, touched, now })).toEqual(wrong)
})

test('the day of a grace that goes on may be tomorrow', () => {
  const soon = { ...phasedOut, phasedOut: { kinds: ['sms' as const], at: '2026-11-23T10:00:00.000Z' } }
  expect(wrongOf(valuesOf(soon), { policy: soon, touched: 1, now })).toEqual({})
})
