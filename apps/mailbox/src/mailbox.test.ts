import { once } from 'node:events'
import { connect } from 'node:net'
import { text } from 'node:stream/consumers'
import { createTransport } from 'nodemailer'
import { expect } from 'vitest'
import { startMailbox } from './mailbox.ts'
import { test } from './running-mailbox.ts'

test('a sent mail is listed and read back with its text, html and headers', async ({ mailbox }) => {
  await mailbox.mail({
    from: 'Keyholder <noreply@keyholder.test>',
    to: 'Jan de Vries <jan@zorg.test>, piet@zorg.test',
    cc: 'fatima@zorg.test',
    bcc: 'stil@zorg.test',
    replyTo: 'help@keyholder.test',
    subject: 'Uitnodiging voor Café Zorg',
    text: 'Hallo Jan,\nwelkom.',
    html: '<p>Hallo <b>Jan</b></p>',
    messageId: '<een@keyholder.test>',
    headers: { 'X-Outbox': 'a', 'List-Unsubscribe': '<https://keyholder.test/af>' },
  })

  const page = await mailbox.list()
  expect(page).toMatchObject({ total: 1, unread: 1, count: 1, messages_count: 1, start: 0, tags: [] })
  const people = {
    From: { Name: 'Keyholder', Address: 'noreply@keyholder.test' },
    To: [
      { Name: 'Jan de Vries', Address: 'jan@zorg.test' },
      { Name: '', Address: 'piet@zorg.test' },
    ],
    Cc: [{ Name: '', Address: 'fatima@zorg.test' }],
    Bcc: [{ Name: '', Address: 'stil@zorg.test' }],
    ReplyTo: [{ Name: '', Address: 'help@keyholder.test' }],
  }
  const shared = { ...people, MessageID: 'een@keyholder.test', Subject: 'Uitnodiging voor Café Zorg', Tags: [] }
  expect(page.messages).toEqual([
    {
      ...shared,
      ID: expect.stringMatching(/^[\w-]{22}$/),
      Read: false,
      Created: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
      Username: '',
      Size: expect.any(Number),
      Attachments: 0,
      Snippet: 'Hallo Jan, welkom.',
    },
  ])

  const id = page.messages[0]?.ID ?? ''
  expect(await mailbox.read(id)).toMatchObject({
    ...shared,
    ID: id,
    Text: 'Hallo Jan,\nwelkom.\n',
    HTML: expect.stringContaining('<p>Hallo <b>Jan</b></p>'),
    ReturnPath: 'noreply@keyholder.test',
    Inline: [],
    Attachments: [],
    ListUnsubscribe: { Header: '<https://keyholder.test/af>', Links: ['https://keyholder.test/af'], Errors: '' },
  })
  const headers = await mailbox.ask(`/api/v1/message/${id}/headers`)
  expect(await headers.json()).toMatchObject({ 'Message-Id': ['<een@keyholder.test>'], 'X-Outbox': ['a'] })
})

test('the newest message comes first, and is the one called latest', async ({ mailbox }) => {
  for (const subject of ['een', 'twee', 'drie']) await mailbox.mail({ subject })
  expect((await mailbox.list()).messages.map((one) => one.Subject)).toEqual(['drie', 'twee', 'een'])
  expect((await mailbox.list('?start=1&limit=1')).messages.map((one) => one.Subject)).toEqual(['twee'])
  expect(await mailbox.read('latest')).toMatchObject({ Subject: 'drie' })
})

test('a search finds by recipient, and counts that apart from what there is', async ({ mailbox }) => {
  await mailbox.mail({ subject: 'een', to: 'jan@zorg.test' })
  await mailbox.mail({ subject: 'twee', to: 'fatima@zorg.test' })
  await mailbox.sms({ to: '+31612345678', text: 'Code', reference: 'r' })
  const found = { total: 3, messages_count: 1, count: 1, tags: ['sms'], messages: [{ Subject: 'een' }] }
  expect(await mailbox.search('to:jan@zorg.test')).toMatchObject(found)
  expect(await mailbox.list('?query=to:jan@zorg.test')).toMatchObject(found)
})

test('a message is unread until it is opened', async ({ mailbox }) => {
  await mailbox.mail({})
  expect(await mailbox.list()).toMatchObject({ unread: 1, messages: [{ Read: false }] })
  await mailbox.read('latest')
  expect(await mailbox.list()).toMatchObject({ unread: 0, messages: [{ Read: true }] })
})

test('a mail with an attachment counts it, and an inline picture apart', async ({ mailbox }) => {
  const picture = Buffer.from('iVBORw0KGgo=', 'base64')
  await mailbox.mail({
    html: '<img src="cid:logo">',
    attachments: [
      { filename: 'overzicht.csv', content: 'naam;rol\n' },
      { filename: 'logo.png', content: picture, cid: 'logo' },
    ],
  })
  expect((await mailbox.list()).messages).toMatchObject([{ Attachments: 1 }])
  expect(await mailbox.read('latest')).toMatchObject({
    Attachments: [{ PartID: '1', FileName: 'overzicht.csv', ContentType: 'text/csv', ContentID: '', Size: 9 }],
    Inline: [{ FileName: 'logo.png', ContentType: 'image/png', ContentID: 'logo', Size: picture.length }],
  })
  expect(await mailbox.page('/')).toContain('1 bijlage')
})

test('a mail over 5 MB is refused and not kept', async ({ mailbox }) => {
  await expect(mailbox.mail({ text: 'x'.repeat(6 * 1024 * 1024) })).rejects.toMatchObject({ responseCode: 552 })
  expect(await mailbox.list()).toMatchObject({ total: 0 })
})

test('a mail that cannot be read is refused for good and not kept', async ({ mailbox }) => {
  const header = 'x'.repeat(1024)
  const raw = `${`X-Long: ${header}\r\n`.repeat(2100)}\r\ntext`
  const envelope = { from: 'a@keyholder.test', to: 'jan@zorg.test' }
  await expect(mailbox.mail({ raw, envelope })).rejects.toMatchObject({ responseCode: 554 })
  expect(await mailbox.list()).toMatchObject({ total: 0 })
})

test('mail is taken without sign-in: neither AUTH nor STARTTLS is offered', async ({ mailbox }) => {
  const socket = connect(mailbox.smtpPort, '127.0.0.1')
  const said = text(socket)
  await once(socket, 'readable')
  socket.end('EHLO test\r\nAUTH PLAIN AGEAYg==\r\nQUIT\r\n')
  const lines = await said
  expect(lines).toContain('SIZE 5242880')
  expect(lines).not.toMatch(/^250.(?:AUTH|STARTTLS)/m)
  expect(lines).toMatch(/^500 /m)
})

test('a client may send many mails over one connection', async ({ mailbox }) => {
  const transport = createTransport({ host: '127.0.0.1', port: mailbox.smtpPort, pool: true, maxConnections: 2 })
  const mails = Array.from({ length: 200 }, (_, number) => ({ from: 'a@keyholder.test', to: `u${number}@zorg.test` }))
  await Promise.all(mails.map((mail) => transport.sendMail({ ...mail, subject: 'Herinnering', text: 'Hallo' })))
  transport.close()
  expect(await mailbox.list()).toMatchObject({ total: 200, count: 50 })
  expect(await mailbox.search('to:u137@zorg.test')).toMatchObject({ messages_count: 1 })
})

test('without IDs every message is deleted, with IDs only those', async ({ mailbox }) => {
  for (const subject of ['een', 'twee', 'drie']) await mailbox.mail({ subject })
  const [newest] = (await mailbox.list()).messages
  const some = await mailbox.ask('/api/v1/messages', {
    method: 'DELETE',
    body: JSON.stringify({ IDs: [newest?.ID, 'not-there'] }),
  })
  expect(some.status).toBe(200)
  expect((await mailbox.list()).messages.map((one) => one.Subject)).toEqual(['twee', 'een'])

  await mailbox.ask('/api/v1/messages', { method: 'DELETE' })
  expect(await mailbox.list()).toMatchObject({ total: 0, messages: [] })
})

test('a port in use says which variable to set, and leaves the other port free', async ({ mailbox }) => {
  await expect(startMailbox({ smtpPort: mailbox.smtpPort, httpPort: 0 })).rejects.toThrow(
    `port ${mailbox.smtpPort} of 127.0.0.1: it is already in use. Set MAILBOX_SMTP_PORT`,
  )
  const free = await startMailbox({ smtpPort: 0, httpPort: 0 })
  await free.stop()
  const taken = startMailbox({ smtpPort: free.smtpPort, httpPort: mailbox.httpPort })
  await expect(taken).rejects.toThrow(
    `port ${mailbox.httpPort} of 127.0.0.1: it is already in use. Set MAILBOX_HTTP_PORT`,
  )

  const again = await startMailbox({ smtpPort: free.smtpPort, httpPort: free.httpPort })
  await again.stop()
})

test('stopping does not wait for a client that stays connected', async () => {
  const mailbox = await startMailbox({ smtpPort: 0, httpPort: 0 })
  const socket = connect(mailbox.smtpPort, '127.0.0.1')
  const closed = once(socket, 'close')
  await once(socket, 'data')
  await mailbox.stop()
  await closed
  await expect(fetch(`http://127.0.0.1:${mailbox.httpPort}/livez`)).rejects.toThrow()
})
