import { type APIRequestContext, expect } from '@playwright/test'
import { MAILBOX_URL } from './urls.ts'

type Summary = { ID: string; Subject: string; To: { Address: string }[] }
type Mail = { text: string }

/** The mailbox where all mail and text messages arrive. It hands out each message once. */
export class Inbox {
  readonly #request: APIRequestContext
  readonly #read = new Set<string>()

  constructor(request: APIRequestContext) {
    this.#request = request
  }

  /** The newest unread mail to an address whose subject matches; waits until it arrives. */
  async mail(email: string, subject: RegExp): Promise<Mail> {
    const id = await this.#arrival(email, subject)
    this.#read.add(id)
    const { Text } = await this.#get<{ Text: string }>(`message/${id}`)
    return { text: Text }
  }

  /** The one-time link of such a mail. */
  async link(email: string, subject: RegExp): Promise<string> {
    return found(/https?:\/\/\S+#[A-Za-z0-9_-]{43}/, await this.mail(email, subject))
  }

  /** The six digits of such a mail. */
  async code(email: string, subject: RegExp): Promise<string> {
    return found(SIX_DIGITS, await this.mail(email, subject))
  }

  /** The six digits of the newest unread text message to a number. */
  async smsCode(number: string): Promise<string> {
    return found(SIX_DIGITS, await this.mail(`${number}@sms.localhost`, /./))
  }

  async #arrival(email: string, subject: RegExp): Promise<string> {
    const find = async () =>
      (await this.#list(email)).find(({ ID, Subject }) => subject.test(Subject) && !this.#read.has(ID))?.ID ?? ''
    let id = ''
    await expect
      .poll(async () => (id = await find()), { timeout: 15_000, message: `a message to ${email} about ${subject}` })
      .not.toBe('')
    return id
  }

  async #list(email: string): Promise<Summary[]> {
    const path = `search?query=${encodeURIComponent(`to:${email}`)}`
    const { messages } = await this.#get<{ messages: Summary[] }>(path)
    return messages.filter(({ To }) => To.some(({ Address }) => Address === email))
  }

  async #get<Answer>(path: string): Promise<Answer> {
    return (await this.#request.get(`${MAILBOX_URL}/api/v1/${path}`)).json()
  }
}

const SIX_DIGITS = /\b\d{6}\b/

function found(wanted: RegExp, { text }: Mail): string {
  const part = wanted.exec(text)?.[0]
  if (!part) throw new Error(`There is no ${wanted} in this message.`)
  return part
}
