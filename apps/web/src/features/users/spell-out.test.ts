import { expect, test } from 'vitest'
import { users as english } from '../../messages/en/users.ts'
import { users as dutch } from '../../messages/nl/users.ts'
import { spellOut } from './spell-out.ts'

test('a code is spelled letter by letter, a digit is said as it is', () => {
  expect(spellOut('K7MA-2A', 'Anna Karel Maria')).toBe('Karel – 7 – Maria – Anna – 2 – Anna')
})

test.each([dutch, english])('every letter has its word', ({ relink: { alphabet } }) => {
  const letters = alphabet.split(' ').map((word) => word.charAt(0))
  expect(letters.join('')).toBe('ABCDEFGHIJKLMNOPQRSTUVWXYZ')
})
