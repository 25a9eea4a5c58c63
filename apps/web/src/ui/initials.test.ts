import { expect, test } from 'vitest'
import { initials } from './initials.ts'

test.each([
  ['Fatima el Amrani', 'FA'],
  ['Jan de Vries', 'JV'],
  ['Jan', 'J'],
  ['  élise  ', 'É'],
  ['', ''],
])('%j has the initials %j', (name, letters) => {
  expect(initials(name)).toBe(letters)
})
