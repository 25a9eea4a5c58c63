import { LANGUAGES } from '@keyholder/domain'
import { betterWords } from '@keyholder/domain/vocabulary'
import { describe, expect, it } from 'vitest'
import { septetsIn } from './gsm7.ts'
import { MESSAGES } from './messages.ts'
import { smsCode } from './sms/sms-code.ts'
import { smsPhoneReplaced } from './sms/sms-phone-replaced.ts'
import type { TextAround } from './text-message.ts'

const NUMBER = '+31612345678'
const AROUND = { language: 'nl', serviceName: 'Keyholder', host: 'beheer.example.nl' } as const
const DATA = { to: NUMBER, code: '048213', expiresAt: '2026-11-21T13:05:00.000Z' }

const TEXTS = MESSAGES.filter((message) => message.channel === 'sms')
const EVERY = TEXTS.flatMap((message) => LANGUAGES.map((language) => [message.name, language, message] as const))

const codeText = (around: Partial<TextAround> = {}) => smsCode.write(DATA, { ...AROUND, ...around }).text

const NAMES = [
  'Keyholder',
  'W'.repeat(200),
  'Landelijk register voor kwaliteit, veiligheid en doelmatigheid van de langdurige zorg',
  '€[]{}~|^\\'.repeat(20),
  'Zorg “Ŵoord” 🙂\r\nČapek',
  '\u202eregel\r\neen\u0000',
]
const HOSTS = ['localhost', 'beheer.example.nl', `${'a'.repeat(45)}.example.nl`, `${'a'.repeat(60)}.example.nl`]

describe('a text message', () => {
  it.each(EVERY)(
    '%s (%s) is one SMS, whatever the name of the service, and names no number',
    (_name, language, message) => {
      for (const serviceName of NAMES) {
        const { to, text } = message.write(DATA, { ...AROUND, language, serviceName })
        expect(to).toBe(NUMBER)
        expect(septetsIn(text)).toBeLessThanOrEqual(160)
        expect(text).not.toContain('612345678')
      }
      const { text } = message.write(DATA, { ...AROUND, language, serviceName: 'W'.repeat(200) })
      expect(septetsIn(text)).toBeGreaterThan(150)
    },
  )

  it.each(EVERY)('%s (%s) uses the words of the product', (_name, language, message) => {
    expect(betterWords(message.write(DATA, { ...AROUND, language }).text, language)).toEqual([])
  })

  it.each([
    [
      'nl',
      'Dit nummer krijgt geen codes meer van Keyholder. Er is een ander nummer gekoppeld. Was jij dat niet? Bel je beheerder.',
    ],
    [
      'en',
      "This number gets no more codes from Keyholder. Another number was linked. Wasn't that you? Call your administrator.",
    ],
  ] as const)(
    'to a number that was replaced says so, in the language of its reader: %s (ENR-13)',
    (language, words) => {
      expect(smsPhoneReplaced.write({ to: NUMBER }, { ...AROUND, language }).text).toBe(words)
    },
  )
})

describe('the text message with a code', () => {
  it.each([
    ['nl', '048213 is je code voor Keyholder. De code werkt 10 minuten. Geef hem aan niemand.'],
    ['en', "048213 is your code for Keyholder. It works for 10 minutes. Don't share it with anyone."],
  ] as const)('says what it is for, how long it works and what never to do, in %s (CHN-09)', (language, sentences) => {
    expect(codeText({ language })).toBe(`${sentences}\n\n@beheer.example.nl #048213`)
  })

  const EVERYWHERE = LANGUAGES.flatMap((language) =>
    NAMES.flatMap((name) => HOSTS.map((host) => [language, name, host] as const)),
  )

  it.each(EVERYWHERE)('is one SMS that begins with the code (%s, %j, %s)', (language, serviceName, host) => {
    const text = codeText({ language, serviceName, host })
    expect(septetsIn(text)).toBeLessThanOrEqual(160)
    expect(text).toMatch(/^048213 [^\n]+\.(\n\n[^\n]+)?$/)
    expect(text).toMatch(
      language === 'nl' ? /10 minuten\. Geef hem aan niemand\./ : /10 minutes\. Don't share it with anyone\./,
    )
  })

  it.each(HOSTS.slice(0, 3))('ends with the line that binds the code to %s', (host) => {
    for (const serviceName of NAMES) {
      expect(codeText({ serviceName, host }).split('\n').at(-1)).toBe(`@${host} #048213`)
    }
  })

  it('cuts a long name to what fits, to the letter', () => {
    expect(septetsIn(codeText({ serviceName: 'W'.repeat(200) }))).toBe(160)
    expect(codeText({ serviceName: `${'W'.repeat(49)} ${'W'.repeat(99)}` })).not.toContain(' . ')
  })

  it('leaves the last line out, and not the name, when the address has no room for both', () => {
    const text = codeText({ host: `${'a'.repeat(70)}.example.nl` })
    expect(text).toBe('048213 is je code voor Keyholder. De code werkt 10 minuten. Geef hem aan niemand.')
  })
})
