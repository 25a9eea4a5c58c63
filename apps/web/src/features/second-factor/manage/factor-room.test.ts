import {
  AUTHENTICATORS_PER_ACCOUNT,
  ENROLLABLE_FACTORS,
  type EnrollableFactor,
  PASSKEYS_PER_ACCOUNT,
} from '@keyholder/domain'
import { expect, test } from 'vitest'
import type { Factor } from '../factor-queries.ts'
import { addable, fullOf, isPreferable, isRemovable } from './factor-room.ts'

const factor = (kind: EnrollableFactor, allowed = true): Factor => ({
  id: `${kind}${allowed}`,
  kind,
  name: kind,
  ending: null,
  linkedAt: '2026-01-01T00:00:00.000Z',
  lastUsedAt: null,
  askWhetherItWorks: false,
  allowed,
})
const many = (kind: EnrollableFactor, length: number) => Array.from({ length }, () => factor(kind))
const all = [...ENROLLABLE_FACTORS]

test.each([
  ['nothing yet', [], all, all, []],
  ['one number is all', many('sms', 1), all, ['authenticator', 'passkey'], []],
  ['one app fewer than the most', many('authenticator', AUTHENTICATORS_PER_ACCOUNT - 1), all, all, []],
  ['the most apps', many('authenticator', AUTHENTICATORS_PER_ACCOUNT), all, ['passkey', 'sms'], ['authenticator']],
  ['the most passkeys', many('passkey', PASSKEYS_PER_ACCOUNT), all, ['authenticator', 'sms'], ['passkey']],
  ['what may not be linked is not offered', many('passkey', PASSKEYS_PER_ACCOUNT), ['sms'], ['sms'], []],
] as const)('%s', (_, factors, enrollable, canAdd, full) => {
  const steps = { factors: [...factors], enrollable: [...enrollable] }
  expect([addable(steps), fullOf(steps)]).toEqual([canAdd, full])
})

test('the last one that is allowed is not removed', () => {
  const app = factor('authenticator')
  const phasedOut = factor('sms', false)
  expect([
    isRemovable(app, [app]),
    isRemovable(app, [app, phasedOut]),
    isRemovable(phasedOut, [app, phasedOut]),
  ]).toEqual([false, false, true])
})

test.each([
  ['another kind that is allowed', factor('passkey'), [factor('passkey'), factor('authenticator')], true],
  ['what it begins with already', factor('authenticator'), [factor('passkey'), factor('authenticator')], false],
  ['what is no longer allowed', factor('sms', false), [factor('sms', false), factor('authenticator')], false],
  ['the only kind there is', factor('passkey'), many('passkey', 2), false],
] as const)('sign-in can begin with %s: %s', (_, one, factors, expected) => {
  expect(isPreferable(one, { factors: [...factors], preferred: 'authenticator' })).toBe(expected)
})
