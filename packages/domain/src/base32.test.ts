import { expect, it } from 'vitest'
import { encodeBase32, inGroups, READABLE_ALPHABET, RFC4648_ALPHABET } from './base32.ts'

const bytesOf = (text: string) => new TextEncoder().encode(text)

it('base32 agrees with the example of RFC 4648 §10 that needs no padding', () => {
  expect(encodeBase32(bytesOf('fooba'), RFC4648_ALPHABET)).toBe('MZXW6YTB')
})

it('base32 has no half-filled letter: other lengths are refused', () => {
  expect(() => encodeBase32(bytesOf('foo'), RFC4648_ALPHABET)).toThrow(RangeError)
})

it('the readable alphabet has 32 letters, and none that is mistaken for another', () => {
  expect(new Set(READABLE_ALPHABET).size).toBe(32)
  expect(READABLE_ALPHABET).not.toMatch(/[01OI]/)
})

it('groups keep the remainder', () => {
  expect(inGroups('ABCDEFG', 3, ' ')).toBe('ABC DEF G')
  expect(inGroups('', 3, ' ')).toBe('')
})
