import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { READABLE_ALPHABET } from './base32.ts'
import { formatSupportCode, newSupportCode, readSupportCode } from './support-code.ts'

const code = fc.uint8Array({ minLength: 5, maxLength: 5 }).map((bytes) => newSupportCode(() => bytes))
const place = fc.nat({ max: 7 })

describe('a support code', () => {
  it('has seven random letters and a check letter, shown in two groups of four', () => {
    expect(newSupportCode(() => Uint8Array.of(0, 0, 0, 0, 0))).toBe('AAAAAAAA')
    expect(newSupportCode(() => Uint8Array.of(255, 255, 255, 255, 255)).slice(0, 7)).toBe('9999999')
    fc.assert(
      fc.property(code, (given) => {
        expect(formatSupportCode(given)).toMatch(/^[A-HJ-NP-Z2-9]{4}-[A-HJ-NP-Z2-9]{4}$/)
      }),
    )
  })

  it('is read back in any case, with hyphen, spaces or neither', () => {
    fc.assert(
      fc.property(code, (given) => {
        const shown = formatSupportCode(given)
        for (const typed of [given, shown, ` ${shown.toLowerCase()} `, [...given].join(' ')]) {
          expect(readSupportCode(typed)).toBe(given)
        }
      }),
    )
  })

  it('with one wrong letter, or two swapped, is none', () => {
    fc.assert(
      fc.property(code, place, place, fc.constantFrom(...READABLE_ALPHABET), (given, one, other, wrong) => {
        const changed = [...given].with(one, wrong).join('')
        const swapped = [...given].with(one, given.charAt(other)).with(other, given.charAt(one)).join('')
        expect(readSupportCode(changed)).toBe(changed === given ? given : null)
        expect(readSupportCode(swapped)).toBe(swapped === given ? given : null)
      }),
      { numRuns: 2_000 },
    )
  })

  it.each(['', 'AAAA', 'AAAA-AAAAA', '0000-0000', 'AAAA_AAAA'])('typed as %j is none', (typed) => {
    expect(readSupportCode(typed)).toBeNull()
  })
})
