import { expect, test } from 'vitest'
import { weakness } from './weak-password.ts'

test.each([
  ['too_short', 'too_short'],
  ['too_long', 'too_long'],
  ['contains_own_name', 'contains_own_name'],
  ['common', 'common'],
  ['breached', 'other'],
  ['toString', 'other'],
  [null, 'other'],
])('the reason %j has the words of %s', (reason, words) => {
  expect(weakness(reason)).toBe(words)
})
