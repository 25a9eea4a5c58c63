import { LANGUAGES } from '@keyholder/domain'
import { describe, expect, it } from 'vitest'
import { asGsm7, septetsIn } from './gsm7.ts'
import { smsText } from './sms-code.ts'

const filling = {
  code: '048213',
  language: 'nl',
  minutes: 10,
  serviceName: 'Keyholder',
  host: 'beheer.example.nl',
} as const

describe('the text message with a code', () => {
  it('says what it is for, how long it works and what never to do, in Dutch (CHN-09)', () => {
    expect(smsText(filling)).toBe(
      '048213 is je code voor Keyholder. De code werkt 10 minuten. Geef hem aan niemand.\n\n@beheer.example.nl #048213',
    )
  })

  it('says it in English (CHN-09)', () => {
    expect(smsText({ ...filling, language: 'en' })).toBe(
      '048213 is your code for Keyholder. It works for 10 minutes. Share it with nobody.\n\n@beheer.example.nl #048213',
    )
  })

  const NAMES = [
    'Keyholder',
    'Landelijk register voor kwaliteit, veiligheid en doelmatigheid van de langdurige zorg',
    '€[]{}~|^\\'.repeat(20),
    'Zorg “Ŵoord” 🙂 Čapek',
    '\u202eregel\r\neen\u0000',
  ]
  const HOSTS = ['localhost', 'beheer.example.nl', `${'a'.repeat(45)}.example.nl`, `${'a'.repeat(60)}.example.nl`]
  const EVERY = LANGUAGES.flatMap((language) =>
    NAMES.flatMap((name) => HOSTS.map((host) => [language, name, host] as const)),
  )

  it.each(EVERY)('is one SMS that begins with the code (%s, %j, %s)', (language, serviceName, host) => {
    const text = smsText({ ...filling, language, serviceName, host })
    expect(septetsIn(text)).toBeLessThanOrEqual(160)
    expect(text).toMatch(/^048213 [^\n]+\.(\n\n[^\n]+)?$/)
    expect(text).toMatch(
      language === 'nl' ? /10 minuten\. Geef hem aan niemand\./ : /10 minutes\. Share it with nobody\./,
    )
  })

  it.each(HOSTS.slice(0, 3))('ends with the line that binds the code to %s', (host) => {
    for (const serviceName of NAMES) {
      expect(
        smsText({ ...filling, serviceName, host })
          .split('\n')
          .at(-1),
      ).toBe(`@${host} #048213`)
    }
  })

  it('cuts a long name to what fits, to the letter', () => {
    const text = smsText({ ...filling, serviceName: 'W'.repeat(200) })
    expect(septetsIn(text)).toBe(160)
    expect(smsText({ ...filling, serviceName: `${'W'.repeat(49)} ${'W'.repeat(99)}` })).not.toContain(' . ')
  })

  it('leaves the last line out, and not the name, when the address has no room for both', () => {
    const text = smsText({ ...filling, host: `${'a'.repeat(70)}.example.nl` })
    expect(text).toBe('048213 is je code voor Keyholder. De code werkt 10 minuten. Geef hem aan niemand.')
  })
})

describe('the alphabet of SMS', () => {
  it.each([
    ['abc', 3],
    ['@#_ \n', 5],
    ['é', 1],
    ['€', 2],
    ['{}[]~|^\\', 16],
    ['', 0],
  ])('%j takes %i septets', (text, septets) => expect(septetsIn(text)).toBe(septets))

  it.each(['ë', 'ê', '“', '…', '🙂', '`', 'ç', 'e\u0301', '\t', '\u00a0'])('does not have %j', (character) => {
    expect(septetsIn(character)).toBeNull()
  })

  it('has 127 characters and 9 more', () => {
    const all = Array.from({ length: 0x2100 }, (_, code) => septetsIn(String.fromCharCode(code)))
    expect(all.filter((septets) => septets === 1)).toHaveLength(127)
    expect(all.filter((septets) => septets === 2)).toHaveLength(9)
  })

  it.each([
    ['Çapek en Zoë', 'Çapek en Zoe'],
    ['Zorg\u00a0 huis\n', 'Zorg huis'],
    ['a 🙂 b', 'a b'],
    ['ﬁets', 'fiets'],
  ])('%j becomes %j in it', (text, spelled) => expect(asGsm7(text)).toBe(spelled))
})
