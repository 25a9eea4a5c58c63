import { type CountryCode, isSupportedCountry } from 'libphonenumber-js/max'
import { BIRD_URL } from '../platform/sms/bird.ts'
import { CM_URL } from '../platform/sms/cm.ts'
import { SMS_PROVIDERS, type SmsConfig, type SmsProvider, type SmsReports } from '../platform/sms/sms-config.ts'
import { SPRYNG_URL } from '../platform/sms/spryng.ts'
import { TWILIO_URL } from '../platform/sms/twilio.ts'
import { type Settings, SMS_REPORTS_PATH } from '../settings.ts'
import { type ConfigReader, SECRET_LENGTH } from './config-reader.ts'
import { readGateway } from './read-gateway-config.ts'
import type { Variable } from './variables.ts'

type Around = { production: boolean; publicUrl: string }
type SmsPart = { sms: SmsConfig | null; settings: Pick<Settings, 'sms' | 'smsReports'> }

const MOST_A_DAY = 1_000_000

/** Reads what text messages need; without SMS_PROVIDER they are not offered. */
export function readSmsConfig(reader: ConfigReader, around: Around): SmsPart {
  const { text, mistakes } = reader
  const provider = SMS_PROVIDERS.find((one) => one === (text('SMS_PROVIDER') ?? 'none'))
  if (!provider) mistakes.push(`SMS_PROVIDER must be one of ${SMS_PROVIDERS.join(', ')}.`)
  if (!provider || provider === 'none') return { sms: null, settings: { sms: null, smsReports: null } }
  if (provider === 'mailbox' && around.production) {
    mistakes.push('SMS_PROVIDER must not be mailbox: codes would reach nobody.')
  }
  const sms = readProvider(provider, reader, around)
  return { sms, settings: { sms: readLimits(reader), smsReports: readReports(sms, reader) } }
}

function readLimits({ text, whole, mistakes }: ConfigReader): Settings['sms'] {
  return {
    countries: readCountries(text('SMS_COUNTRIES') ?? 'NL,BE,DE', mistakes),
    perDay: whole('SMS_PER_DAY', 5000, { from: 1, to: MOST_A_DAY }),
    perDayPerCountry: whole('SMS_PER_DAY_PER_COUNTRY', 3000, { from: 1, to: MOST_A_DAY }),
  }
}

function readCountries(value: string, mistakes: string[]): readonly CountryCode[] {
  const codes = value.split(',').map((code) => code.trim().toUpperCase())
  const countries = codes.filter((code) => isSupportedCountry(code))
  if (countries.length < codes.length) mistakes.push('SMS_COUNTRIES must be codes of countries, such as NL,BE,DE.')
  return countries
}

function readProvider(provider: SmsProvider, reader: ConfigReader, around: Around): SmsConfig {
  const { needed } = reader
  const url = (otherwise: string | null) => readUrl(reader, around, otherwise)
  const apiKey = () => needed('SMS_API_KEY', `the key that ${provider} gave you`)
  switch (provider) {
    case 'mailbox':
      return { provider, url: url(null) }
    case 'http':
      return { provider, url: url(null), ...readGateway(reader) }
    case 'spryng':
      return { provider, url: url(SPRYNG_URL), apiKey: apiKey(), from: readSender(reader) }
    case 'cm':
      return { provider, url: url(CM_URL), apiKey: apiKey(), from: readSender(reader) }
    case 'bird':
      return {
        provider,
        url: url(BIRD_URL),
        apiKey: apiKey(),
        workspaceId: readId(reader, 'SMS_ACCOUNT', { what: 'the id of the workspace at Bird', shape: UUID }),
        channelId: readId(reader, 'SMS_CHANNEL', { what: 'the id of the SMS channel at Bird', shape: UUID }),
      }
    case 'twilio':
      return {
        provider,
        url: url(TWILIO_URL),
        accountSid: readId(reader, 'SMS_ACCOUNT', { what: 'the account SID at Twilio', shape: ACCOUNT_SID }),
        authToken: needed('SMS_API_KEY', 'the auth token of the account at Twilio'),
        from: readSender(reader, MESSAGING_SERVICE),
        // Twilio reports to public addresses only.
        reportsUrl: around.publicUrl.startsWith('https:') ? `${around.publicUrl}${SMS_REPORTS_PATH}/twilio` : null,
      }
    default:
      return provider satisfies never
  }
}

/** Of a template only the part before the placeholders is looked at; they cannot be in the name of the host. */
function readUrl({ text, needed, mistakes }: ConfigReader, { production }: Around, otherwise: string | null): string {
  const url = otherwise === null ? needed('SMS_URL', 'where messages are sent to') : (text('SMS_URL') ?? otherwise)
  if (url === '') return url
  if (!/^https?:\/\/[^/?#{}@]+([/?]|$)/.test(url) || !URL.canParse(url)) {
    mistakes.push('SMS_URL must look like https://gateway.example.nl/send.')
  } else if (production && !url.startsWith('https:')) {
    mistakes.push('SMS_URL must begin with https: messages carry codes that open accounts.')
  }
  return url
}

/** What networks show as the sender: a name of at most 11 characters, or a number. */
const SENDER = /^([A-Za-z0-9 ]{1,11}|\+?\d{3,16})$/
const MESSAGING_SERVICE = /^MG[0-9a-f]{32}$/
const ACCOUNT_SID = /^AC[0-9a-f]{32}$/
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

function readSender({ needed, mistakes }: ConfigReader, other: RegExp = SENDER): string {
  const from = needed('SMS_FROM', 'the sender that phones show, such as Keyholder or +3197012345678')
  if (from && !SENDER.test(from) && !other.test(from)) {
    mistakes.push('SMS_FROM must be a number, or at most 11 letters and digits.')
  }
  return from
}

function readId(
  { needed, mistakes }: ConfigReader,
  name: Variable,
  { what, shape }: { what: string; shape: RegExp },
): string {
  const id = needed(name, what)
  if (id && !shape.test(id)) mistakes.push(`${name} must be ${what}.`)
  return id
}

/** Twilio signs its reports with the token of the account; for the others there is a secret for reports alone, or no reports. */
function readReports(sms: SmsConfig, { text, mistakes }: ConfigReader): SmsReports | null {
  if (sms.provider === 'mailbox') return null
  if (sms.provider === 'twilio') return { provider: sms.provider, secret: sms.authToken }
  const secret = text('SMS_REPORTS_SECRET')
  if (secret === undefined) return null
  if (secret.length < SECRET_LENGTH || /[\s,]/.test(secret)) {
    mistakes.push(
      `SMS_REPORTS_SECRET must have at least ${SECRET_LENGTH} characters, without spaces and commas; leave it out to take no reports.`,
    )
  }
  return { provider: sms.provider, secret }
}
