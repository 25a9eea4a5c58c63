import { expect } from '@playwright/test'
import { MAILBOX_URL } from './addresses.ts'

type Summary = { ID: string; Subject: string; To: { Address: string }[] }
export type Mail = { subject: string; text: string; html: string }

/** The newest mail to an address whose subject matches; waits until it has come. Read from the mailbox that SMTP delivers to. */
export async function mailTo(address: string, subject: RegExp): Promise<Mail> {
  let found: Summary | undefined
  await expect
    .poll(
      async () => {
        found = (await list(address)).find((mail) => subject.test(mail.Subject))
        return found?.Subject
      },
      { timeout: 15_000, message: `a mail to ${address} about ${subject}` },
    )
    .toBeTruthy()
  const response = await fetch(`${MAILBOX_URL}/api/v1/message/${found?.ID}`)
  const { Subject, Text, HTML } = (await response.json()) as { Subject: string; Text: string; HTML: string }
  return { subject: Subject, text: Text, html: HTML }
}

/** The one-time link of a mail. */
export function linkIn({ text }: Mail): string {
  const link = /https?:\/\/\S+#[A-Za-z0-9_-]{43}/.exec(text)?.[0]
  if (!link) throw new Error('There is no one-time link in this mail.')
  return link
}

async function list(address: string): Promise<Summary[]> {
  const response = await fetch(`${MAILBOX_URL}/api/v1/search?query=${encodeURIComponent(`to:${address}`)}`)
  const { messages } = (await response.json()) as { messages: Summary[] }
  return messages.filter(({ To }) => To.some(({ Address }) => Address === address))
}
