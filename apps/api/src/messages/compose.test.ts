import { LANGUAGES, type Language } from '@keyholder/domain'
import { describe, expect, it } from 'vitest'
import { type Composed, compose, isTemplate, MESSAGES } from './compose.ts'
import type { MessageData, MessageTemplate } from './templates.ts'

const AT = '2026-11-21T13:05:00.000Z'
const link = `https://beheer.example.nl/invitation#${'x'.repeat(43)}`
const names = { tenantName: 'De Linde', by: 'Fatima el Amrani', invitedBy: 'Fatima el Amrani' }
const device = {
  userAgent: 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0',
  ip: '192.0.2.7',
}
const moved = { to: 'jan@oud.example', newEmail: 'jan@nieuw.example' }

const SAMPLES: { [T in MessageTemplate]: MessageData[T] } = {
  invitation: { link, ...names, expiresAt: AT },
  'password-reset': { link, expiresAt: AT },
  'password-changed': { at: AT, byLink: true },
  'authenticator-linked': { name: 'Telefoon', at: AT },
  'authenticator-unlinked': { ...names, at: AT },
  'authenticator-removed': { name: 'Telefoon', at: AT },
  'authenticator-switched-off': { at: AT },
  'passkey-linked': { name: 'Laptop', at: AT },
  'passkey-removed': { name: 'Laptop', at: AT },
  'passkey-counter-regressed': { name: 'Laptop', at: AT },
  'recovery-code-made': { at: AT },
  'recovery-code-used': { at: AT, link, expiresAt: AT },
  'sign-in-code': { code: '048213', expiresAt: AT },
  'phone-linked': { ending: '78', at: AT },
  'phone-removed': { ending: '78', at: AT },
  'sms-switched-off': { limit: 'smsOverall', at: AT },
  'sms-limit-reached': { limit: 'smsByTenant', what: 'De Linde', at: AT },
  'role-changed': { ...names, role: 'administrator' },
  'policy-changed': { tenantName: 'De Linde', allowed: 'authenticator,passkey', phasedOut: 'sms,email', at: AT },
  'policy-reminder': { tenantName: 'De Linde', allowed: 'authenticator', phasedOut: 'sms', at: AT },
  deactivated: names,
  reactivated: names,
  'api-credential': { link, ...names, apiUserName: 'Koppeling', responsible: 'Jan Smit', expiresAt: AT },
  'operator-invitation': { link, expiresAt: AT },
  'new-device': { at: AT, ...device, method: 'authenticator', link, expiresAt: AT },
  'password-used': { at: AT, ...device, link, expiresAt: AT },
  'sign-in-reported': { at: AT },
  'session-ended-oldest': { at: AT, userAgent: device.userAgent, lastUsedAt: AT },
  'email-change-confirm': { to: 'jan@nieuw.example', link, expiresAt: AT },
  'email-change-taken': { at: AT },
  'email-change-asked': { ...moved, at: AT, link, expiresAt: AT },
  'email-changed': { ...moved, at: AT, link, expiresAt: AT },
  'email-change-done': { to: moved.newEmail, at: AT },
  'email-change-stopped': { to: moved.to, at: AT, email: moved.to },
}

const TEMPLATES = Object.keys(SAMPLES).filter(isTemplate)
const EVERY = TEMPLATES.flatMap((template) => LANGUAGES.map((language) => [template, language] as const))
const WITH_LINK = TEMPLATES.filter((template) => 'link' in SAMPLES[template])

type Around = { recipientName?: string | null; serviceName?: string }

function write<T extends MessageTemplate>(
  template: T,
  language: Language,
  around: Around = {},
  data = SAMPLES[template],
) {
  return compose(template, { data, language, recipientName: 'Jan de Vries', serviceName: 'Keyholder', ...around })
}

/** The message with every name in it replaced: of the reader, the organisation, the colleague, the app, the role. */
function writeWithNames<T extends MessageTemplate>(template: T, language: Language, name: string): Composed {
  const kept = ['link', 'at', 'expiresAt', 'byLink', 'code', 'ending', 'limit', 'method', 'lastUsedAt']
  const data: MessageData[T] = JSON.parse(
    JSON.stringify(SAMPLES[template], (key, value) => (key === '' || kept.includes(key) ? value : name)),
  )
  return write(template, language, { recipientName: name }, data)
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

describe('every message', () => {
  it('has its template, and a template without a message does not compile', () => {
    const { invitation, ...others } = MESSAGES
    // @ts-expect-error the message of `invitation` is missing
    const incomplete: typeof MESSAGES = others
    expect(Object.keys({ ...incomplete, invitation }).sort()).toEqual([...TEMPLATES].sort())
  })

  it.each(EVERY)(
    '%s (%s) says something in its subject, its text and its HTML, all of it filled in',
    (template, language) => {
      const { subject, text, html } = write(template, language)
      expect(subject).toMatch(/^\p{Lu}[^\r\n]{9,}\S$/u)
      expect(text.length).toBeGreaterThan(200)
      for (const part of [subject, text, html])
        expect(part).not.toMatch(/undefined|null|NaN|\[object|Invalid|\$\{|\{\w+\}/)
    },
  )

  it.each(EVERY)('%s (%s) says the same in text and in HTML', (template, language) => {
    const { subject, text, html } = write(template, language)
    const shown = wordsOf(html).replaceAll(/\s+/g, ' ')
    expect(shown).toContain(subject)
    const sentences = text.split('\n').filter((line) => line && line !== link && !line.endsWith(':'))
    expect(sentences.length).toBeGreaterThan(3)
    for (const sentence of sentences) expect(shown).toContain(sentence)
  })

  it.each(EVERY)('%s (%s) has the link that it was given, or none', (template, language) => {
    const { text, html } = write(template, language)
    const data = SAMPLES[template]
    const own = 'link' in data ? [data.link] : []
    expect(linksIn(text)).toEqual(own)
    // The button, the link written out, and where that leads.
    expect(linksIn(html)).toEqual(own.flatMap((one) => [one, one, one]))
    expect(html.match(/<a /g) ?? []).toHaveLength(own.length * 2)
  })

  it.each(EVERY)('%s (%s) says where it comes from, why, and what we never ask', (template, language) => {
    const { text, html } = write(template, language, { serviceName: 'Zorgpoort.nl' })
    for (const part of [text, wordsOf(html)]) {
      expect(part).toMatch(language === 'nl' ? /Je krijgt deze mail omdat / : /You get this e-mail because /)
      expect(part).toContain(
        language === 'nl' ? 'Deze mail komt van Zorgpoort.nl.' : 'This e-mail comes from Zorgpoort.nl.',
      )
      expect(part).toMatch(
        language === 'nl' ? /nooit om je wachtwoord of je code/ : /never ask for your password or your code/,
      )
    }
  })

  it.each(EVERY)('%s (%s) says what to do when the reader did not expect it', (template, language) => {
    const advice = {
      nl: /(Was jij dit niet|Heb jij (hier niet|die codes niet).+|Verwacht je deze .+ niet|Wist je hier niet van|Klopt dit niet)\?/,
      en: /(Was this not you|Did you not .+|Is this not right)\?/,
    }
    expect(write(template, language).text).toMatch(advice[language])
  })

  it.each(EVERY)('%s (%s) greets its reader, or nobody where there is no name', (template, language) => {
    const hello = language === 'nl' ? 'Hallo' : 'Hello'
    expect(write(template, language).text).toMatch(new RegExp(`^${hello} Jan de Vries,\n`))
    expect(write(template, language, { recipientName: null }).text).toMatch(new RegExp(`^${hello},\n`))
  })
})

describe('the HTML of a message', () => {
  it.each(EVERY)(
    '%s (%s) needs nothing but itself: no table, no style sheet, no picture, no script',
    (template, language) => {
      const { html } = write(template, language)
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
    const { html } = write('invitation', 'nl')
    const coloured = html.match(/style="[^"]*(?<![-\w])(background(-color)?|color):[^"]*"/g) ?? []
    expect(coloured).toHaveLength(1)
    expect(coloured[0]).toMatch(/background-color:#12525d;color:#ffffff/)
  })
})

describe('a name that people typed', () => {
  const HOSTILE = `<img src=x onerror="a('b')">&lt; https://evil.example/?a=b&c evil@evil.example\r\nBcc: x\u202e`

  it.each(EVERY)('is text in %s (%s): no markup, no link, no line of its own (CHN-14)', (template, language) => {
    const { subject, text, html } = writeWithNames(template, language, HOSTILE)
    const own = WITH_LINK.includes(template) ? [link] : []
    expect(html).not.toMatch(/<img|onerror="|&lt; https|b&c/)
    expect(linksIn(text)).toEqual(own)
    expect(new Set(linksIn(html))).toEqual(new Set(own))
    for (const part of [subject, text.replaceAll(link, ''), wordsOf(html).replaceAll(link, '')]) {
      expect(part).not.toMatch(/:\/\/|evil\.example|\S@|@\S|\r|\u202e|^Bcc/m)
    }
    expect(subject).not.toContain('\n')
    // The reader still sees what was typed.
    expect(wordsOf(html)).toContain(
      '<img src=x onerror="a(\'b\')">&lt; https:/ /evil. example/?a=b&c evil @ evil. example Bcc: x',
    )
  })

  it.each(EVERY)('of the longest kind makes no line in %s (%s) too long for mail', (template, language) => {
    const { text, html } = writeWithNames(template, language, 'W'.repeat(100))
    for (const line of [...text.split('\n'), ...html.split('\n')])
      expect(Buffer.byteLength(line)).toBeLessThanOrEqual(998)
  })
})

describe('the language of a message', () => {
  const AVOIDED = {
    nl: /oeps|token|credential|valide|ongeldig|mislukt|authenticatie\b|inloggegevens|\b[Uu](w)?\b|gelieve|dient te|\b(the|you|your|was this)\b/i,
    en: /oops|token|credential|valid|\b(je|jij|het|een|niet|van)\b/i,
  }

  it.each(EVERY)('%s (%s) uses the words of the product and of one language', (template, language) => {
    const { subject, text } = write(template, language)
    expect(`${subject}\n${text.replaceAll(link, '')}`).not.toMatch(AVOIDED[language])
  })

  it.each(EVERY)('%s (%s) has short sentences', (template, language) => {
    const { text } = write(template, language)
    const sentences = text.split(/[.?:]\s+|\n+/).map((sentence) => sentence.split(/\s+/).length)
    expect(Math.max(...sentences)).toBeLessThanOrEqual(25)
  })

  it.each([
    ['nl', 'administrator', 'Je nieuwe rol is: beheerder.'],
    ['en', 'administrator', 'Your new role is: administrator.'],
    ['nl', 'Kwaliteitsteam', 'Je nieuwe rol is: Kwaliteitsteam.'],
    ['en', 'Kwaliteitsteam', 'Your new role is: Kwaliteitsteam.'],
  ] as const)('names a role in %s: %s', (language, role, sentence) => {
    expect(write('role-changed', language, {}, { ...names, role }).text).toContain(sentence)
  })

  it.each([
    [true, 'Wijzig eerst het wachtwoord van je mail.'],
    [false, 'Ga dan meteen naar de inlogpagina'],
  ])('says after a new password (by link: %s) what is at risk', (byLink, sentence) => {
    expect(write('password-changed', 'nl', {}, { at: AT, byLink }).text).toContain(sentence)
  })

  it.each([
    ['nl', 'Het apparaat is Firefox op Linux, met IP-adres 192.0.2.7. De tweede stap was de authenticator-app.'],
    ['en', 'The device is Firefox on Linux, with IP address 192.0.2.7. The second step was the authenticator app.'],
  ] as const)('names a device and a way in words in %s', (language, sentence) => {
    expect(write('new-device', language).text).toContain(sentence)
  })

  it.each([
    ['curl/8.5.0', 'curl'],
    ['Mozilla/5.0 (Windows NT 10.0)', 'Windows'],
    ['', 'een onbekend apparaat'],
  ])('says of a device what it tells: %s', (userAgent, words) => {
    const data = { at: AT, userAgent, lastUsedAt: AT }
    expect(write('session-ended-oldest', 'nl', {}, data).text).toContain(`Dat apparaat is ${words}.`)
  })

  it('gives a code in the body and nowhere else: subjects are shown on locked screens (CHN-09)', () => {
    for (const language of LANGUAGES) {
      const { subject, text, html } = write('sign-in-code', language)
      expect(subject).not.toMatch(/\d/)
      expect(text).toMatch(/: 048213\n/)
      expect(html).toContain('048213')
      expect(text).toMatch(/10 minut.*Geef hem aan niemand|10 minut.*Share it with nobody/)
    }
  })

  it.each([
    ['smsOverall', 'nl', 'Het hele platform'],
    ['smsByCountry', 'nl', 'Naar één land'],
    ['smsOverall', 'en', 'The whole platform'],
    ['smsByCountry', 'en', 'to one country'],
  ] as const)('tells operators which limit switched text messages off: %s (%s)', (limit, language, words) => {
    expect(write('sms-switched-off', language, {}, { limit, at: AT }).text).toContain(words)
  })

  it.each([
    ['smsByTenant', 'nl', 'De organisatie De Linde'],
    ['smsByRange', 'nl', 'De nummers die beginnen met De Linde'],
    ['smsByTenant', 'en', 'The organisation De Linde'],
    ['smsByRange', 'en', 'The numbers that begin with De Linde'],
  ] as const)('tells operators whose limit was reached: %s (%s)', (limit, language, words) => {
    expect(write('sms-limit-reached', language, {}, { limit, what: 'De Linde', at: AT }).text).toContain(words)
  })

  it('says until when a link works', () => {
    expect(write('password-reset', 'nl').text).toContain(
      'De link werkt tot zaterdag 21 november 2026 om 14:05, en maar één keer.',
    )
  })
})
