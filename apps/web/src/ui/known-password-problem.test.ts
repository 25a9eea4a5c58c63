import { expect, test } from 'vitest'
import { knownPasswordProblem } from './known-password-problem.ts'

test.each([
  ['too_short', 'too_short'],
  ['too_long', 'too_long'],
  ['contains_own_name', 'contains_own_name'],
  ['common', 'common'],
  ['guessable', 'guessable'],
  ['of a later version', 'other'],
  ['toString', 'other'],
  [null, 'other'],
])('the reason %j has the words of %s', (reason, words) => {
  expect(knownPasswordProblem(reason)).toBe(words)
})
