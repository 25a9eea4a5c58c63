import type { Address, Message } from './message.ts'

type Test = (message: Message) => boolean

/**
 * Says which messages a query finds, in Mailpit's words: `to:`, `from:`, `cc:`, `bcc:`, `reply-to:`, `addressed:`,
 * `subject:`, `message-id:`, `tag:`, `is:read`, `is:unread`, `has:attachment` and plain words. A phrase stands in double
 * quotes, `-` or `!` in front turns a term round, and every term must hold.
 */
export function matching(query: string): Test {
  const tests = termsOf(query).map(testOf)
  return (message) => tests.every((test) => test(message))
}

const FIELDS: ReadonlyMap<string, (message: Message) => string> = new Map([
  ['to', (message: Message) => people(message.to)],
  ['from', (message: Message) => people([message.from])],
  ['cc', (message: Message) => people(message.cc)],
  ['bcc', (message: Message) => people(message.bcc)],
  ['reply-to', (message: Message) => people(message.replyTo)],
  ['addressed', (message: Message) => people(everyone(message))],
  ['subject', (message: Message) => message.subject],
  ['message-id', (message: Message) => message.messageId],
])

const STATES: ReadonlyMap<string, Test> = new Map([
  ['is:read', (message: Message) => message.isRead],
  ['is:unread', (message: Message) => !message.isRead],
  ['is:tagged', (message: Message) => message.tags.length > 0],
  ['has:attachment', (message: Message) => message.attachments.length > 0],
  ['has:attachments', (message: Message) => message.attachments.length > 0],
])

function termsOf(query: string): string[] {
  const terms = query.toLowerCase().match(/(?:"[^"]*"?|[^\s"])+/g) ?? []
  // As Mailpit: a term without a letter or digit says nothing.
  return terms.map((term) => term.replaceAll('"', '')).filter((term) => /[\p{L}\p{N}]/u.test(term))
}

function testOf(term: string): Test {
  if (!/^[-!]/.test(term)) return positiveTest(term)
  const test = positiveTest(term.slice(1))
  return (message) => !test(message)
}

function positiveTest(term: string): Test {
  const state = STATES.get(term)
  if (state) return state

  const colon = term.indexOf(':')
  const name = term.slice(0, Math.max(colon, 0))
  const wanted = term.slice(colon + 1).trim()
  if (name === 'tag') return (message) => message.tags.some((tag) => tag.toLowerCase() === wanted)

  const field = FIELDS.get(name)
  if (field) return (message) => field(message).toLowerCase().includes(wanted)
  return (message) => everyWord(message).toLowerCase().includes(term)
}

function everyWord(message: Message): string {
  const fileNames = message.attachments.map((attachment) => attachment.fileName)
  return [people(everyone(message)), message.subject, message.text, ...fileNames].join('\n')
}

function everyone(message: Message): Address[] {
  return [message.from, ...message.to, ...message.cc, ...message.bcc, ...message.replyTo]
}

function people(addresses: Address[]): string {
  return addresses.map(({ name, address }) => `${name} <${address}>`).join('\n')
}
