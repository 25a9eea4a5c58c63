import { expect, test } from 'vitest'
import { arrivedWhole } from './six-digits.ts'

test.each([
  ['', '123456', true],
  ['', '123 456', true],
  ['', ' 123456 ', true],
  ['12', '123456', true],
  ['12345', '123456', false],
  ['123 45', '123 456', false],
  ['', '12345', false],
  ['', '1234567', false],
  ['', 'abcdef', false],
  ['123456', '123456', false],
  ['123456', '654321', true],
  ['1234567', '123456', false],
  ['12456', '123456', false],
])('from %j to %j arrived whole: %s', (before, after, whole) => {
  expect(arrivedWhole(before, after)).toBe(whole)
})
