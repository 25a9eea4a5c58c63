import { type Message, newMessageId } from './message.ts'
import { Refusal } from './refusal.ts'

const CHARACTERS_PER_SMS = 1000
const FIELDS = ['to', 'text', 'reference']

export function readSms(body: unknown): Message {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) {
    throw new Refusal(400, 'The body must be an object with to, text and reference.')
  }
  const unknown = Object.keys(body).find((key) => !FIELDS.includes(key))
  if (unknown !== undefined) throw new Refusal(400, `The field ${JSON.stringify(unknown)} is not known.`)

  const number = field(body, 'to', { allowed: /^\+?\d{6,15}$/, must: 'be a phone number of 6 to 15 digits' })
  const reference = field(body, 'reference', {
    allowed: /^[\x21-\x7e]{1,100}$/,
    must: 'be 1 to 100 characters without spaces',
  })
  const text = field(body, 'text', { allowed: /\S/, must: 'not be empty' })
  if (text.length > CHARACTERS_PER_SMS) throw new Refusal(400, `text must be at most ${CHARACTERS_PER_SMS} characters.`)
  return smsMessage({ number, text, reference })
}

function field(body: object, name: string, rule: { allowed: RegExp; must: string }): string {
  const value: unknown = Reflect.get(body, name)
  if (typeof value === 'string' && rule.allowed.test(value)) return value
  throw new Refusal(400, `${name} must ${rule.must}.`)
}

function smsMessage({ number, text, reference }: { number: string; text: string; reference: string }): Message {
  const receivedAt = new Date()
  return {
    id: newMessageId(),
    messageId: reference,
    isRead: false,
    from: { name: '', address: 'sms@localhost' },
    to: [{ name: number, address: `${number}@sms.localhost` }],
    cc: [],
    bcc: [],
    replyTo: [],
    returnPath: '',
    subject: `Sms aan ${number}`,
    sentAt: receivedAt,
    receivedAt,
    tags: ['sms'],
    headers: [{ name: 'Reference', value: reference }],
    text,
    html: '',
    inline: [],
    attachments: [],
    bytes: Buffer.byteLength(text),
  }
}
