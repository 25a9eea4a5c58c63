import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cleanName, isCleanText } from './text.ts'

describe('a name', () => {
  it.each([
    'Jan',
    'Noëlle Ünal-van ’t Hof',
    'د. سارة',
    '王小明',
    'Zorg 👩‍⚕️ thuis',
    "'; DROP TABLE users; --",
    '{{7*7}}',
    '<b>x</b>',
  ])('may be %j', (name) => {
    expect(isCleanText(name, { max: 100 })).toBe(true)
  })

  it.each([
    ['a line end', 'Jan\r\nBcc: a@evil.example'],
    ['a tab', 'Jan\tde Vries'],
    ['NUL', 'Jan\u0000'],
    ['a C1 control', 'Jan\u0085'],
    ['a line separator', 'Jan\u2028de Vries'],
    ['a right-to-left override', 'Jan \u202egro.live'],
    ['an embedding', '\u202aJan'],
    ['an isolate', '\u2066Jan\u2069'],
    ['a lone surrogate', 'Jan\ud800'],
    ['nothing', ''],
    ['spaces only', '  \u3000 '],
    ['zero-width characters only', '\u200b\u200d\ufeff'],
    ['an empty Braille pattern', '\u2800'],
    ['the Hangul filler', '\u3164'],
  ])('with %s is refused (CHN-14)', (_what, name) => {
    expect(isCleanText(name, { max: 100 })).toBe(false)
  })

  it('is measured in characters as people count them, not in units', () => {
    expect(isCleanText('👩'.repeat(100), { max: 100 })).toBe(true)
    expect(isCleanText('👩'.repeat(101), { max: 100 })).toBe(false)
    expect(isCleanText('a'.repeat(101), { max: 100 })).toBe(false)
  })

  it('is stored in one form', () => {
    expect(cleanName('  Noe\u0308lle   \u00a0de\u3000Vries ')).toBe('Noëlle de Vries')
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (name) => {
        expect(cleanName(cleanName(name))).toBe(cleanName(name))
      }),
    )
  })

  it('is not made clean by its stored form: line ends stay, and are refused (CHN-14)', () => {
    expect(isCleanText(cleanName('Jan\r\nBcc: a@evil.example'), { max: 100 })).toBe(false)
  })
})
