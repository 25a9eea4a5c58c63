// For the tests: a mailbox of the test's own, on free ports, with ways to write to it and to read it.
import { createTransport } from 'nodemailer'
import { test as base } from 'vitest'
import { startMailbox } from './mailbox.ts'
import type { MessageDetail, MessagesPage } from './mailpit-shape.ts'

type RunningMailbox = ReturnType<typeof access>

export const test = base.extend<{ mailbox: RunningMailbox }>({
  // biome-ignore lint/correctness/noEmptyPattern: vitest reads from the pattern which other fixtures are wanted
  mailbox: async ({}, use) => {
    const mailbox = await startMailbox({ smtpPort: 0, httpPort: 0 })
    await use(access(mailbox))
    await mailbox.stop()
  },
})

function access({ smtpPort, httpPort }: { smtpPort: number; httpPort: number }) {
  const transport = createTransport({ host: '127.0.0.1', port: smtpPort })
  const usual = { from: 'Keyholder <noreply@keyholder.test>', to: 'jan@zorg.test', subject: 'Proef', text: 'Hallo' }
  const ask = (path: string, options?: RequestInit) => fetch(`http://127.0.0.1:${httpPort}${path}`, options)

  const page = async (path: string) => (await ask(path)).text()

  return {
    smtpPort,
    httpPort,
    ask,
    mail: (mail: Parameters<typeof transport.sendMail>[0]) => transport.sendMail({ ...usual, ...mail }),
    sms: (body: unknown) =>
      ask('/sms', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
    page,
    list: async (query = ''): Promise<MessagesPage> => JSON.parse(await page(`/api/v1/messages${query}`)),
    search: async (query: string): Promise<MessagesPage> =>
      JSON.parse(await page(`/api/v1/search?${new URLSearchParams({ query })}`)),
    read: async (id: string): Promise<MessageDetail> => JSON.parse(await page(`/api/v1/message/${id}`)),
  }
}
