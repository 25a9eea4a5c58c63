import { describe, expect, it } from 'vitest'
import { formatRelinkCode, newRelinkCode, readRelinkCode } from './relink-code.ts'

const randomBytes = (size: number) => crypto.getRandomValues(new Uint8Array(size))

describe('a re-link code', () => {
  it('has 40 random bits in eight letters, shown in two groups of four', () => {
    expect(newRelinkCode(() => Uint8Array.of(0, 0, 0, 0, 0))).toBe('AAAAAAAA')
    expect(newRelinkCode(() => Uint8Array.of(255, 255, 255, 255, 255))).toBe('99999999')
    expect(formatRelinkCode(newRelinkCode(randomBytes))).toMatch(/^[A-HJ-NP-Z2-9]{4}-[A-HJ-NP-Z2-9]{4}$/)
  })

  it('is read back in any case, with or without hyphen and spaces', () => {
    const code = newRelinkCode(randomBytes)
    for (const typed of [code, formatRelinkCode(code), ` ${code.toLowerCase()} `, [...code].join(' ')]) {
      expect(readRelinkCode(typed)).toEqual({ code })
    }
  })

  it.each(['', 'ABCD', 'ABCD-EFGHJ', 'ABCD-EFG0', 'ABCD-EFGI', 'ABCD_EFGH'])(
    'typed as %j is a typing error',
    (typed) => {
      expect(readRelinkCode(typed)).toEqual({ typingError: true })
    },
  )
})
