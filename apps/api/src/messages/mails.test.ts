import { LANGUAGES, type Language } from '@keyholder/domain'
import { betterWords } from '@keyholder/domain/vocabulary'
import { describe, expect, it } from 'vitest'
import type { Around } from './content.ts'
import type { Composed } from './mail.ts'
import { MESSAGES, type MessageData } from './messages.ts'
import { sampleData } from './sample-data.fake.ts'

const AT = '2026-11-21T13:05:00.000Z'
const READER = { recipientName: 'Jan de Vries', serviceName: 'Keyholder' }

const MAILS = MESSAGES.filter((message) => message.channel === 'mail')
type Mail = (typeof MAILS)[number]

const EVERY = MAILS.flatMap((mail) => LANGUAGES.map((language) => [mail.name, language, mail] as const))

/** Filled in by the examples of its fields. */
function write(mail: Mail, language: Language, around: Partial<Around> = {}): Composed {
  return mail.write(sampleData(mail), { ...READER, language, ...around })
}

/** A mail by its name, with some data of its own. */
function writeWith<T extends Mail['name']>(name: T, language: Language, data: Partial<MessageData[T]> = {}): Composed {
  const mail = MAILS.find((one) => one.name === name)
  if (!mail) throw new Error(`There is no mail ${name}.`)
  return mail.write({ ...sampleData(mail), ...data }, { ...READER, language })
}

/** With every name in it replaced: of the reader, the organisation, the colleague, the app, the role. */
function writeWithNames(mail: Mail, language: Language, name: string): Composed {
  return mail.write(sampleData(mail, name), { ...READER, language, recipientName: name })
}

/** The link that a mail is filled in with, if any. */
function linksOf(mail: Mail): string[] {
  const { link } = sampleData(mail)
  return typeof link === 'string' ? [link] : []
}

const wordsOf = (html: string) =>
  html
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll('&#39;', "'")
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
const linksIn = (text: string) => text.match(/\bhttps?:\/\/[^\s<>"]+/g) ?? []
const withoutLinks = (text: string) => text.replaceAll(/\bhttps:\/\/beheer\.example\.nl\S*/g, '')

describe('every mail', () => {
  it.each(EVERY)(
    '%s (%s) says something in its subject, its text and its HTML, all of it filled in',
    (_name, language, mail) => {
      const { subject, text, html } = write(mail, language)
      expect(subject).toMatch(/^\p{Lu}[^\r\n]{9,}\S$/u)
      expect(text.length).toBeGreaterThan(200)
      for (const part of [subject, text, html])
        expect(part).not.toMatch(/undefined|null|NaN|\[object|Invalid|\$\{|\{\w+\}/)
    },
  )

  it.each(EVERY)('%s (%s) is not written from data that lacks a field', (_name, language, mail) => {
    const data = sampleData(mail)
    for (const key of Object.keys(data)) {
      expect(() => mail.write({ ...data, [key]: undefined }, { ...READER, language }), key).toThrow(key)
    }
  })

  it.each(EVERY)('%s (%s) says the same in text and in HTML', (_name, language, mail) => {
    const { subject, text, html } = write(mail, language)
    const shown = wordsOf(html).replaceAll(/\s+/g, ' ')
    expect(shown).toContain(subject)
    const sentences = withoutLinks(text)
      .split('\n')
      .filter((line) => line && !line.endsWith(':'))
    expect(sentences.length).toBeGreaterThan(3)
    for (const sentence of sentences) expect(shown).toContain(sentence)
  })

  it.each(EVERY)('%s (%s) has the link that it was given, or none', (_name, language, mail) => {
    const { text, html } = write(mail, language)
    const own = linksOf(mail)
    expect(linksIn(text)).toEqual(own)
    // The button, the link written out, and where that leads.
    expect(linksIn(html)).toEqual(own.flatMap((one) => [one, one, one]))
    expect(html.match(/<a /g) ?? []).toHaveLength(own.length * 2)
  })

  it.each(EVERY)('%s (%s) says where it comes from, why, and what we never ask', (_name, language, mail) => {
    const { text, html } = write(mail, language, { serviceName: 'Zorgpoort.nl' })
    for (const part of [text, wordsOf(html)]) {
      expect(part).toMatch(language === 'nl' ? /Je krijgt deze e-mail omdat / : /You get this e-mail because /)
      expect(part).toContain(
        language === 'nl' ? 'Deze e-mail komt van Zorgpoort.nl.' : 'This e-mail comes from Zorgpoort.nl.',
      )
      expect(part).toMatch(
        language === 'nl' ? /nooit om je wachtwoord of je code/ : /never ask for your password or your code/,
      )
    }
  })

  it.each(EVERY)('%s (%s) says what to do when the reader did not expect it', (_name, language, mail) => {
    const advice = {
      nl: /(Was jij dit niet|Heb jij (hier niet|die codes niet).+|Verwacht je deze .+ niet|Wist je hier niet van|Klopt dit niet)\?/,
      en: /(Wasn’t this you|(Didn|Weren)’t you .+|Is this a mistake)\?/,
    }
    expect(write(mail, language).text).toMatch(advice[language])
  })

  it.each(EVERY)('%s (%s) greets its reader, by name if there is one', (_name, language, mail) => {
    const hello = language === 'nl' ? 'Hallo' : 'Hello'
    expect(write(mail, language).text).toMatch(new RegExp(`^${hello} Jan de Vries,\n`))
    expect(write(mail, language, { recipientName: null }).text).toMatch(new RegExp(`^${hello},\n`))
  })
})

describe('the HTML of a mail', () => {
  it.each(EVERY)(
    '%s (%s) needs nothing but itself: no table, no style sheet, no picture, no script',
    (_name, language, mail) => {
      const { html } = write(mail, language)
      expect(html).not.toMatch(/<(table|style|link|img|script|iframe|form|svg)\b|class=|url\(|@media|javascript:/i)
      expect(html).toMatch(new RegExp(`^<!doctype html>\n<html lang="${language}"`))
      expect(html).toContain('<meta name="color-scheme" content="light dark">')
      for (const tag of ['html', 'head', 'body', 'div', 'p', 'a', 'h1', 'title']) {
        const opened = html.match(new RegExp(`<${tag}[ >]`, 'g')) ?? []
        expect(html.match(new RegExp(`</${tag}>`, 'g')) ?? [], tag).toHaveLength(opened.length)
      }
    },
  )

  it('takes no colour for text or page from us, so that a dark mailbox stays readable; the button has both', () => {
    const { html } = writeWith('invitation', 'nl')
    const coloured = html.match(/style="[^"]*(?<![-\w])(background(-color)?|color):[^"]*"/g) ?? []
    expect(coloured).toHaveLength(1)
    expect(coloured[0]).toMatch(/background-color:#12525d;color:#ffffff/)
  })
})

describe('a name that people typed', () => {
  const HOSTILE = `<img src=x onerror="a('b')">&lt; https://evil.example/?a=b&c evil@evil.example\r\nBcc: x\u202e`

  it.each(EVERY)('is text in %s (%s): no markup, no link, no line of its own (CHN-14)', (_name, language, mail) => {
    const { subject, text, html } = writeWithNames(mail, language, HOSTILE)
    const own = linksOf(mail)
    expect(html).not.toMatch(/<img|onerror="|&lt; https|b&c/)
    expect(linksIn(text)).toEqual(own)
    expect(new Set(linksIn(html))).toEqual(new Set(own))
    for (const part of [subject, withoutLinks(text), withoutLinks(wordsOf(html))]) {
      expect(part).not.toMatch(/:\/\/|evil\.example|\S@|@\S|\r|\u202e|^Bcc/m)
    }
    expect(subject).not.toContain('\n')
    // The reader still sees what was typed.
    expect(wordsOf(html)).toContain(
      '<img src=x onerror="a(\'b\')">&lt; https:/ /evil. example/?a=b&c evil @ evil. example Bcc: x',
    )
  })

  it.each(EVERY)('of the longest kind makes no line in %s (%s) too long for mail', (_name, language, mail) => {
    const { text, html } = writeWithNames(mail, language, 'W'.repeat(100))
    for (const line of [...text.split('\n'), ...html.split('\n')])
      expect(Buffer.byteLength(line)).toBeLessThanOrEqual(998)
  })
})

describe('the language of a mail', () => {
  const OTHER_LANGUAGE = { nl: /\b(the|you|your|was this)\b/i, en: /\b(je|jij|het|een|niet|van)\b/i }

  it.each(EVERY)('%s (%s) uses the words of the product and of one language', (_name, language, mail) => {
    const { subject, text } = write(mail, language)
    const words = `${subject}\n${withoutLinks(text)}`
    expect(betterWords(words, language)).toEqual([])
    expect(words).not.toMatch(OTHER_LANGUAGE[language])
  })

  it.each(EVERY)('%s (%s) has short sentences', (_name, language, mail) => {
    const { text } = write(mail, language)
    const sentences = text.split(/[.?:]\s+|\n+/).map((sentence) => sentence.split(/\s+/).length)
    expect(Math.max(...sentences)).toBeLessThanOrEqual(25)
  })
})

describe('what a mail is filled in with', () => {
  it.each([
    ['nl', 'administrator', 'Je nieuwe rol is: beheerder.'],
    ['en', 'administrator', 'Your new role is: administrator.'],
    ['nl', 'Kwaliteitsteam', 'Je nieuwe rol is: Kwaliteitsteam.'],
    ['en', 'Kwaliteitsteam', 'Your new role is: Kwaliteitsteam.'],
  ] as const)('names a role in %s: %s', (language, role, sentence) => {
    expect(writeWith('role-changed', language, { role }).text).toContain(sentence)
  })

  it.each([
    [true, 'Wijzig eerst het wachtwoord van je e-mail.'],
    [false, 'Ga dan meteen naar de inlogpagina'],
  ])('says after a new password (by link: %s) what is at risk', (byLink, sentence) => {
    expect(writeWith('password-changed', 'nl', { byLink }).text).toContain(sentence)
  })

  it.each([
    ['nl', 'Het apparaat is Firefox op Linux, met IP-adres 192.0.2.7. De tweede stap was de authenticator-app.'],
    ['en', 'The device is Firefox on Linux, with IP address 192.0.2.7. The second step was the authenticator app.'],
  ] as const)('names a device and a method in words in %s', (language, sentence) => {
    const userAgent = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0'
    const data = { userAgent, ip: '192.0.2.7', method: 'authenticator' } as const
    expect(writeWith('new-device', language, data).text).toContain(sentence)
  })

  it.each([
    ['curl/8.5.0', 'curl'],
    ['Mozilla/5.0 (Windows NT 10.0)', 'Windows'],
    ['', 'een onbekend apparaat'],
  ])('says of a device what it tells: %s', (userAgent, words) => {
    expect(writeWith('session-ended-oldest', 'nl', { userAgent }).text).toContain(`Dat apparaat is ${words}.`)
  })

  it.each([
    [
      'nl',
      'de tweede stap met sms of code per e-mail nog gebruiken',
      'Daarna log je in met: authenticator-app of passkey.',
    ],
    [
      'en',
      'use text message or code by e-mail as your second step',
      'After that you sign in with: authenticator app or passkey.',
    ],
  ] as const)('names methods in %s', (language, phasedOut, allowed) => {
    const { text } = writeWith('policy-changed', language, { phasedOut: 'sms,email', allowed: 'authenticator,passkey' })
    expect(text).toContain(phasedOut)
    expect(text).toContain(allowed)
  })

  it('gives a code in the body and nowhere else: subjects are shown on locked screens (CHN-09)', () => {
    for (const language of LANGUAGES) {
      const { subject, text, html } = writeWith('sign-in-code', language)
      expect(subject).not.toMatch(/\d/)
      expect(text).toMatch(/: 048213\n/)
      expect(html).toContain('048213')
      expect(text).toMatch(/10 minut.*Geef hem aan niemand|10 minut.*Don’t share it with anyone/)
    }
  })

  it.each([
    ['smsOverall', 'nl', 'Het hele platform'],
    ['smsByCountry', 'nl', 'Naar één land'],
    ['smsOverall', 'en', 'The whole platform'],
    ['smsByCountry', 'en', 'to one country'],
  ] as const)('tells operators which limit switched text messages off: %s (%s)', (limit, language, words) => {
    expect(writeWith('sms-switched-off', language, { limit }).text).toContain(words)
  })

  it.each([
    ['smsByTenant', 'nl', 'De organisatie De Linde'],
    ['smsByRange', 'nl', 'De nummers die beginnen met De Linde'],
    ['smsByTenant', 'en', 'The organisation De Linde'],
    ['smsByRange', 'en', 'The numbers starting with De Linde'],
  ] as const)('tells operators whose limit was reached: %s (%s)', (limit, language, words) => {
    expect(writeWith('sms-limit-reached', language, { limit }).text).toContain(words)
  })

  it('says until when a link works', () => {
    expect(writeWith('password-reset', 'nl', { expiresAt: AT }).text).toContain(
      'De link werkt tot zaterdag 21 november 2026 om 14:05, en maar één keer.',
    )
  })
})
