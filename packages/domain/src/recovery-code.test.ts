import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { READABLE_ALPHABET } from './base32.ts'
import { formatRecoveryCode, newRecoveryCode, readRecoveryCode } from './recovery-code.ts'

const code = fc.uint8Array({ minLength: 15, maxLength: 15 }).map((bytes) => newRecoveryCode(() => bytes))
const place = fc.nat({ max: 24 })
const letter = fc.constantFrom(...READABLE_ALPHABET)

describe('a recovery code', () => {
  it('has 120 random bits: other bytes give another code', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 15, maxLength: 15 }), fc.nat({ max: 119 }), (bytes, bit) => {
        const changed = bytes.map((byte, index) => (index === bit >> 3 ? byte ^ (1 << (bit & 7)) : byte))
        expect(newRecoveryCode(() => changed)).not.toBe(newRecoveryCode(() => bytes))
      }),
    )
    expect(newRecoveryCode((size) => crypto.getRandomValues(new Uint8Array(size)))).toMatch(/^[A-HJ-NP-Z2-9]{25}$/)
  })

  it('is shown in five groups of five', () => {
    expect(formatRecoveryCode('ABCDEFGHJKLMNPQRSTUVWXYZ2')).toBe('ABCDE-FGHJK-LMNPQ-RSTUV-WXYZ2')
  })

  it('is read back in any case, with hyphens, spaces or neither', () => {
    fc.assert(
      fc.property(code, (given) => {
        const shown = formatRecoveryCode(given)
        for (const typed of [given, shown, shown.toLowerCase(), ` ${shown.replaceAll('-', ' ')} `]) {
          expect(readRecoveryCode(typed)).toEqual({ code: given })
        }
      }),
    )
  })

  it('with one wrong letter is a typing error', () => {
    fc.assert(
      fc.property(code, place, letter, (given, at, wrong) => {
        fc.pre(given.charAt(at) !== wrong)
        expect(readRecoveryCode(given.slice(0, at) + wrong + given.slice(at + 1))).toEqual({ typingError: true })
      }),
      { numRuns: 2_000 },
    )
  })

  it('with two letters swapped is a typing error, neighbours or not', () => {
    fc.assert(
      fc.property(code, place, place, (given, one, other) => {
        fc.pre(given.charAt(one) !== given.charAt(other))
        const letters = [...given]
        letters[one] = given.charAt(other)
        letters[other] = given.charAt(one)
        expect(readRecoveryCode(letters.join(''))).toEqual({ typingError: true })
      }),
      { numRuns: 2_000 },
    )
  })

  it.each(['', 'ABCDE', '0'.repeat(25), 'É'.repeat(25), 'A'.repeat(26)])('is not read from %j', (typed) => {
    expect(readRecoveryCode(typed)).toEqual({ typingError: true })
  })
})
