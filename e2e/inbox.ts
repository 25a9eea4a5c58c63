import { expect } from '@playwright/test'
import { MAILBOX_URL } from './urls.ts'

type Summary = { ID: string; Subject: string; To: { Address: string }[] }
export type Mail = { subject: string; text: string; html: string }

/** The newest mail to an address whose subject matches; waits until it has come. Read from the mailbox that SMTP delivers to. */
export async function mailTo(email: string, subject: RegExp): Promise<Mail> {
  return newestTo(email, { subject, after: new Set() })
}

/** What is in an inbox now: what comes after it can be told apart. */
export async function inboxOf(email: string): Promise<Set<string>> {
  return new Set((await list(email)).map(({ ID }) => ID))
}

/** The newest mail whose subject matches and that was not there before. */
export async function newMailTo(email: string, subject: RegExp, before: Set<string>): Promise<Mail> {
  return newestTo(email, { subject, after: before })
}

/** The six digits of the newest text message to a number, which the mailbox keeps as a phone would. */
export async function smsCodeTo(number: string, before: Set<string>): Promise<string> {
  const { text } = await newestTo(phoneEmail(number), { subject: /./, after: before })
  return digitsIn(text)
}

/** The inbox of a phone. */
export const phoneEmail = (number: string): string => `${number}@sms.localhost`

/** The six digits of a mail with a code. */
export function digitsIn(text: string): string {
  const code = /\b\d{6}\b/.exec(text)?.[0]
  if (!code) throw new Error('There is no code in this message.')
  return code
}

/** The one-time link of a mail. */
export function linkIn({ text }: Mail): string {
  const link = /https?:\/\/\S+#[A-Za-z0-9_-]{43}/.exec(text)?.[0]
  if (!link) throw new Error('There is no one-time link in this mail.')
  return link
}

async function newestTo(email: string, wanted: { subject: RegExp; after: Set<string> }): Promise<Mail> {
  let found: Summary | undefined
  await expect
    .poll(
      async () => {
        found = (await list(email)).find(({ ID, Subject }) => wanted.subject.test(Subject) && !wanted.after.has(ID))
        return found?.Subject
      },
      { timeout: 15_000, message: `a message to ${email} about ${wanted.subject}` },
    )
    .toBeTruthy()
  const response = await fetch(`${MAILBOX_URL}/api/v1/message/${found?.ID}`)
  const { Subject, Text, HTML } = (await response.json()) as { Subject: string; Text: string; HTML: string }
  return { subject: Subject, text: Text, html: HTML }
}

async function list(email: string): Promise<Summary[]> {
  const response = await fetch(`${MAILBOX_URL}/api/v1/search?query=${encodeURIComponent(`to:${email}`)}`)
  const { messages } = (await response.json()) as { messages: Summary[] }
  return messages.filter(({ To }) => To.some(({ Address }) => Address === email))
}
