import { describe, expect, it } from 'vitest'
import { momentInWords } from './moment-in-words.ts'

describe('a moment in words', () => {
  it.each([
    ['in winter', '2026-11-21T13:05:00.000Z', 'zaterdag 21 november 2026 om 14:05'],
    ['in summer', '2026-07-01T12:05:59.999Z', 'woensdag 1 juli 2026 om 14:05'],
    ['that is already tomorrow in Amsterdam', '2026-12-31T23:00:00.000Z', 'vrijdag 1 januari 2027 om 00:00'],
    [
      'in the first of the two hours when the clock goes back',
      '2026-10-25T00:30:00.000Z',
      'zondag 25 oktober 2026 om 02:30',
    ],
  ])('%s is what the clock in the Netherlands says', (_when, moment, words) => {
    expect(momentInWords(moment, 'nl')).toBe(words)
  })

  it('says in English whose time it is', () => {
    const words = momentInWords('2026-11-21T13:05:00.000Z', 'en')
    expect(words).toBe('Saturday 21 November 2026 at 14:05 (Dutch time)')
  })
})
