import { LANGUAGES } from '@keyholder/domain'
import { describe, expect, it } from 'vitest'
import type { Settings } from '../settings.ts'
import { septetsIn } from './gsm7.ts'
import { composeText, isTextTemplate, TEXTS, type TextTemplate } from './texts.ts'

const SETTINGS: Settings = {
  publicUrl: 'https://beheer.example.nl:8443',
  serviceName: 'Keyholder',
  requestsPerMinute: 1,
  trustedProxies: [],
  metricsToken: null,
  sms: null,
  smsReports: null,
  pagesDirectory: null,
  logLevel: 'silent',
}
const NUMBER = '+31612345678'
const CODE = { to: NUMBER, code: '048213', expiresAt: '2026-11-21T13:05:00.000Z' }

const settingsWith = (serviceName: string): Settings => ({ ...SETTINGS, serviceName })
const write = (template: TextTemplate, language: 'nl' | 'en', settings = SETTINGS) =>
  template === 'sms-code'
    ? composeText(template, { data: CODE, language, settings })
    : composeText(template, { data: { to: NUMBER }, language, settings })

const TEMPLATES = Object.keys(TEXTS).filter(isTextTemplate)
const EVERY = TEMPLATES.flatMap((template) => LANGUAGES.map((language) => [template, language] as const))

describe('a text message', () => {
  it('with a code says how long it works and is bound to our host, without its port (CHN-09)', () => {
    expect(write('sms-code', 'nl')).toBe(
      '048213 is je code voor Keyholder. De code werkt 10 minuten. Geef hem aan niemand.\n\n@beheer.example.nl #048213',
    )
  })

  it('to a number that was replaced says so, in the language of its reader (ENR-13)', () => {
    expect(write('sms-phone-replaced', 'nl')).toBe(
      'Dit nummer krijgt geen codes meer van Keyholder. Er is een ander nummer gekoppeld. Was jij dat niet? Bel je beheerder.',
    )
    expect(write('sms-phone-replaced', 'en')).toBe(
      'This number gets no more codes from Keyholder. Another number was linked. Was this not you? Call your administrator.',
    )
  })

  it.each(EVERY)('is one SMS, whatever the name of the service, and names no number: %s (%s)', (template, language) => {
    for (const name of ['Keyholder', 'W'.repeat(200), '€'.repeat(200), 'Zorg “Ŵoord” 🙂\r\nČapek']) {
      const text = write(template, language, settingsWith(name))
      expect(septetsIn(text)).toBeLessThanOrEqual(160)
      expect(text).not.toContain('612345678')
    }
    expect(septetsIn(write(template, language, settingsWith('W'.repeat(200))))).toBeGreaterThan(150)
  })

  it('with a code never goes out again by itself, and a notice may (FLT-13)', () => {
    expect(TEMPLATES.map((template) => [template, TEXTS[template].resend])).toEqual([
      ['sms-code', 'never'],
      ['sms-phone-replaced', 'once'],
    ])
  })
})
