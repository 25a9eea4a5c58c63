import { expect, test } from 'vitest'
import { nameProblem } from './name-problem.ts'

test.each([
  ['Jan de Vries', null],
  ['Élise van den Berg-Óskarsdóttir', null],
  ['x'.repeat(100), null],
  ['', 'nameMissing'],
  ['   ', 'nameMissing'],
  ['x'.repeat(101), 'nameWrong'],
  ['Jan\nde Vries', 'nameWrong'],
  ['\u200b', 'nameWrong'],
  ['Jan\u202eseirV', 'nameWrong'],
])('%j: %s', (name, problem) => {
  expect(nameProblem(name)).toBe(problem)
})
