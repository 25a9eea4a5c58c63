import { randomBytes } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { ConfigurationError, readConfig } from './read-config.ts'

const BASE = {
  PUBLIC_URL: 'https://beheer.example.nl',
  DATABASE_URL: 'postgresql://db.example.nl/keyholder?sslmode=verify-full',
  DATABASE_ROLE_SECRET: 'x'.repeat(32),
  KEYS: `k1:${randomBytes(32).toString('base64')}`,
  SMTP_URL: 'smtp://relay.example.nl',
  MAIL_FROM: 'Keyholder <noreply@example.nl>',
}
const UUID = '0190b7c2-5f1e-7a3b-9c4d-1234567890ab'
const ACCOUNT_SID = 'AC0123456789abcdef0123456789abcdef'
const SECRET = 's'.repeat(32)
const KEY = { SMS_API_KEY: 'key', SMS_FROM: 'Keyholder' }
const GATEWAY = { SMS_PROVIDER: 'http', SMS_URL: 'https://sms.example.nl', SMS_HTTP_BODY: '{"t":"{to}","m":"{text}"}' }

const read = (env: Record<string, string>) => readConfig({ ...BASE, ...env })
function mistakesOf(env: Record<string, string>): readonly string[] {
  try {
    read(env)
    return []
  } catch (error) {
    if (error instanceof ConfigurationError) return error.mistakes
    throw error
  }
}

describe('the configuration of text messages', () => {
  it.each([{}, { SMS_PROVIDER: 'none' }, { SMS_PROVIDER: 'none', SMS_API_KEY: 'left over' }])(
    'may be none: %j',
    (env) => {
      expect(read(env)).toMatchObject({ sms: null, settings: { sms: null, smsReports: null } })
    },
  )

  it.each([
    [
      { SMS_PROVIDER: 'spryng', ...KEY },
      { url: 'https://rest.spryngsms.com/v1/messages', apiKey: 'key', from: 'Keyholder' },
    ],
    [
      { SMS_PROVIDER: 'cm', ...KEY, SMS_FROM: '+3197012345678' },
      { url: 'https://gw.cmtelecom.com/v1.0/message', apiKey: 'key', from: '+3197012345678' },
    ],
    [
      { SMS_PROVIDER: 'bird', SMS_API_KEY: 'key', SMS_ACCOUNT: UUID, SMS_CHANNEL: UUID },
      { url: 'https://api.bird.com', apiKey: 'key', workspaceId: UUID, channelId: UUID },
    ],
    [
      { SMS_PROVIDER: 'twilio', ...KEY, SMS_ACCOUNT: ACCOUNT_SID, SMS_FROM: `MG${'0'.repeat(32)}` },
      {
        url: 'https://api.twilio.com',
        accountSid: ACCOUNT_SID,
        authToken: 'key',
        from: `MG${'0'.repeat(32)}`,
        reportsUrl: 'https://beheer.example.nl/sms/reports/twilio',
      },
    ],
    [{ SMS_PROVIDER: 'mailbox', SMS_URL: 'http://127.0.0.1:8025' }, { url: 'http://127.0.0.1:8025' }],
    [
      GATEWAY,
      {
        url: 'https://sms.example.nl',
        method: 'POST',
        headers: {},
        body: { type: 'application/json', template: GATEWAY.SMS_HTTP_BODY },
        idPointer: null,
        from: '',
      },
    ],
    [
      {
        SMS_PROVIDER: 'http',
        SMS_URL: 'https://sms.example.nl/{reference}',
        SMS_HTTP_METHOD: 'PUT',
        SMS_HTTP_HEADERS: '{"Content-Type":"application/x-www-form-urlencoded; charset=utf-8","X-Key":"k {from}"}',
        SMS_HTTP_BODY: 'to={to}&text={text}',
        SMS_HTTP_ID: '/id',
        SMS_FROM: 'Zorg',
      },
      {
        url: 'https://sms.example.nl/{reference}',
        method: 'PUT',
        headers: { 'x-key': 'k {from}' },
        body: { type: 'application/x-www-form-urlencoded', template: 'to={to}&text={text}' },
        idPointer: '/id',
        from: 'Zorg',
      },
    ],
    [
      { SMS_PROVIDER: 'http', SMS_URL: 'https://sms.example.nl/?to={to}&text={text}', SMS_HTTP_METHOD: 'GET' },
      {
        url: 'https://sms.example.nl/?to={to}&text={text}',
        method: 'GET',
        headers: {},
        body: null,
        idPointer: null,
        from: '',
      },
    ],
  ])('is read: %j', ({ ...env }, sms) => {
    expect(read(env).sms).toEqual({ provider: env.SMS_PROVIDER, ...sms })
  })

  it('sends to the Netherlands, Belgium and Germany, and so many a day, when it does not say otherwise', () => {
    const { settings } = read({ SMS_PROVIDER: 'cm', ...KEY })
    expect(settings.sms).toEqual({ countries: ['NL', 'BE', 'DE'], perDay: 5000, perDayPerCountry: 3000 })
    const more = { SMS_COUNTRIES: 'be, LU', SMS_PER_DAY: '10', SMS_PER_DAY_PER_COUNTRY: '5' }
    expect(read({ SMS_PROVIDER: 'cm', ...KEY, ...more }).settings.sms).toEqual({
      countries: ['BE', 'LU'],
      perDay: 10,
      perDayPerCountry: 5,
    })
  })

  it.each([
    [{ SMS_PROVIDER: 'spryng', ...KEY }, null],
    [
      { SMS_PROVIDER: 'spryng', ...KEY, SMS_REPORTS_SECRET: SECRET },
      { provider: 'spryng', secret: SECRET },
    ],
    [
      { ...GATEWAY, SMS_REPORTS_SECRET: SECRET },
      { provider: 'http', secret: SECRET },
    ],
    [
      { SMS_PROVIDER: 'twilio', ...KEY, SMS_ACCOUNT: ACCOUNT_SID },
      { provider: 'twilio', secret: 'key' },
    ],
    [{ SMS_PROVIDER: 'mailbox', SMS_URL: 'http://127.0.0.1:8025', SMS_REPORTS_SECRET: SECRET }, null],
  ])('takes reports from senders that can prove who they are: %j', (env, reports) => {
    expect(read(env).settings.smsReports).toEqual(reports)
  })

  it('asks Twilio for no reports where they cannot come', () => {
    const env = { SMS_PROVIDER: 'twilio', ...KEY, SMS_ACCOUNT: ACCOUNT_SID, PUBLIC_URL: 'http://localhost:3000' }
    expect(read(env).sms).toMatchObject({ reportsUrl: null })
  })
})

describe('a mistake in the configuration of text messages', () => {
  it.each([
    [{ SMS_PROVIDER: 'pigeon' }, 'SMS_PROVIDER must be one of none, mailbox, http, spryng, cm, bird, twilio.'],
    [{ SMS_PROVIDER: 'cm', SMS_FROM: 'K' }, 'Set SMS_API_KEY: the key that cm gave you.'],
    [{ SMS_PROVIDER: 'cm', SMS_API_KEY: 'k' }, 'Set SMS_FROM: the sender that phones show'],
    [{ SMS_PROVIDER: 'cm', ...KEY, SMS_FROM: 'Far too long a name' }, 'SMS_FROM must be a number'],
    [{ SMS_PROVIDER: 'cm', ...KEY, SMS_FROM: `MG${'0'.repeat(32)}` }, 'SMS_FROM must be a number'],
    [{ SMS_PROVIDER: 'cm', ...KEY, SMS_URL: 'gw.cm.nl' }, 'SMS_URL must look like https://'],
    [{ SMS_PROVIDER: 'cm', ...KEY, SMS_URL: 'https://c m.nl/' }, 'SMS_URL must look like https://'],
    [{ SMS_PROVIDER: 'cm', ...KEY, SMS_URL: 'https://user:pass@cm.nl' }, 'SMS_URL must look like https://'],
    [
      { SMS_PROVIDER: 'bird', SMS_API_KEY: 'k', SMS_CHANNEL: UUID },
      'Set SMS_ACCOUNT: the id of the workspace at Bird.',
    ],
    [
      { SMS_PROVIDER: 'bird', SMS_API_KEY: 'k', SMS_ACCOUNT: UUID, SMS_CHANNEL: '../x' },
      'SMS_CHANNEL must be the id of',
    ],
    [{ SMS_PROVIDER: 'twilio', ...KEY, SMS_ACCOUNT: UUID }, 'SMS_ACCOUNT must be the account SID at Twilio.'],
    [{ SMS_PROVIDER: 'mailbox' }, 'Set SMS_URL: '],
    [{ ...GATEWAY, SMS_URL: 'https://{to}.example.nl/' }, 'SMS_URL must look like https://'],
    [{ ...GATEWAY, SMS_HTTP_METHOD: 'DELETE' }, 'SMS_HTTP_METHOD must be one of POST, PUT, GET.'],
    [{ ...GATEWAY, SMS_HTTP_METHOD: 'GET' }, 'SMS_URL must hold {to} and {text}.'],
    [{ ...GATEWAY, SMS_HTTP_BODY: '' }, 'Set SMS_HTTP_BODY: '],
    [{ ...GATEWAY, SMS_HTTP_BODY: '{"to":"{to}"}' }, 'SMS_HTTP_BODY must hold {to} and {text}.'],
    [{ ...GATEWAY, SMS_HTTP_BODY: '{"to":{to},"text":{text}}' }, 'SMS_HTTP_BODY must be JSON once it is filled in'],
    [{ ...GATEWAY, SMS_HTTP_BODY: '{"to":"{to}","text":"{text}","from":"{from}"}' }, 'Set SMS_FROM: '],
    [{ ...GATEWAY, SMS_HTTP_HEADERS: 'x-key: 1' }, 'SMS_HTTP_HEADERS must be headers as JSON'],
    [{ ...GATEWAY, SMS_HTTP_HEADERS: '["x-key"]' }, 'SMS_HTTP_HEADERS must be headers as JSON'],
    [{ ...GATEWAY, SMS_HTTP_HEADERS: '{"x-key":1}' }, 'SMS_HTTP_HEADERS must be headers as JSON'],
    [{ ...GATEWAY, SMS_HTTP_HEADERS: '{"x key":"1"}' }, 'SMS_HTTP_HEADERS must be headers as JSON'],
    [{ ...GATEWAY, SMS_HTTP_HEADERS: '{"x-text":"{text}"}' }, 'SMS_HTTP_HEADERS must be headers as JSON'],
    [
      { ...GATEWAY, SMS_HTTP_HEADERS: '{"content-type":"text/xml"}' },
      'The content-type in SMS_HTTP_HEADERS must be one of',
    ],
    [{ ...GATEWAY, SMS_HTTP_ID: 'id' }, 'SMS_HTTP_ID must be a JSON pointer'],
    [{ ...GATEWAY, SMS_COUNTRIES: 'NL,XX' }, 'SMS_COUNTRIES must be codes of countries'],
    [{ ...GATEWAY, SMS_COUNTRIES: ',' }, 'SMS_COUNTRIES must be codes of countries'],
    [{ ...GATEWAY, SMS_COUNTRIES: '001' }, 'SMS_COUNTRIES must be codes of countries'],
    [{ ...GATEWAY, SMS_PER_DAY: '0' }, 'SMS_PER_DAY must be a whole number from 1'],
    [{ ...GATEWAY, SMS_PER_DAY_PER_COUNTRY: 'many' }, 'SMS_PER_DAY_PER_COUNTRY must be a whole number from 1'],
    [{ ...GATEWAY, SMS_REPORTS_SECRET: `two words ${SECRET}` }, 'SMS_REPORTS_SECRET must have at least 32 characters'],
    [{ ...GATEWAY, SMS_REPORTS_SECRET: 'short' }, 'SMS_REPORTS_SECRET must have at least 32 characters'],
  ])('has its sentence, one and no more: %j', (env, sentence) => {
    expect(mistakesOf(env)).toEqual([expect.stringContaining(sentence)])
  })

  it.each([
    [{ SMS_PROVIDER: 'mailbox', SMS_URL: 'https://mailbox.example.nl' }, 'SMS_PROVIDER must not be mailbox'],
    [{ ...GATEWAY, SMS_URL: 'http://sms.example.nl' }, 'SMS_URL must begin with https'],
  ])('is also what is fine on one’s own machine and not in production: %j (OPS-01)', (env, sentence) => {
    expect(mistakesOf(env)).toEqual([])
    expect(mistakesOf({ ...env, NODE_ENV: 'production' })).toEqual([expect.stringContaining(sentence)])
  })

  it('never shows a key', () => {
    const env = { SMS_PROVIDER: 'cm', SMS_API_KEY: 'hush', SMS_FROM: '', SMS_REPORTS_SECRET: 'hush hush' }
    expect(mistakesOf(env).join()).not.toContain('hush')
  })
})
