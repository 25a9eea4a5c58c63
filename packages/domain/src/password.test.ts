import { expect, it } from 'vitest'
import { canonicalPassword, PASSWORD_MIN, passwordLengthProblem } from './password.ts'

it.each([
  ['k7#pQz2', 'too_short'],
  ['k7#pQz2v', null],
  ['🦊🐢🐙🦉🌵🍉🧭', 'too_short'],
  ['🦊🐢🐙🦉🌵🍉🧭🪁', null],
  ['e\u0301e\u0301e\u0301e\u0301', 'too_short'],
  ['k7#pQz2v'.repeat(32), null],
  [`${'k7#pQz2v'.repeat(32)}x`, 'too_long'],
])('a password has 8 to 256 characters, as people count them: %j is %j (AUT-10)', (password, problem) => {
  expect(passwordLengthProblem(password, PASSWORD_MIN)).toBe(problem)
})

it('the least length is what the organisation says', () => {
  expect(passwordLengthProblem('k7#pQz2vX9m', 12)).toBe('too_short')
  expect(passwordLengthProblem('k7#pQz2vX9mT', 12)).toBeNull()
})

it('a password is the same however the keyboard composed its accents, and keeps its spaces', () => {
  expect(canonicalPassword(' cafe\u0301 ')).toBe(' caf\u00e9 ')
})
