import { startMailbox } from '@keyholder/mailbox'
import { describe, expect, it, onTestFinished } from 'vitest'
import { selfSignedCertificate } from './certificate.fake.ts'
import { MailNotSent } from './mail-not-sent.ts'
import { startFakeRelay } from './mail-relay.fake.ts'
import { createMailTransport } from './mail-transport.ts'

const MAIL = {
  to: 'jan@zorg.nl',
  subject: 'Uitnodiging',
  text: 'Open de link.',
  html: '<p>Open de link.</p>',
  messageId: '<m1@keyholder.test>',
}

const TIMEOUT = 150

type Relay = Parameters<typeof startFakeRelay>[0] & { requireTls?: boolean; scheme?: 'smtp' | 'smtps'; user?: string }

async function relayAndTransport({ requireTls = false, scheme = 'smtp', user = '', ...options }: Relay = {}) {
  const relay = await startFakeRelay(options)
  const url = `${scheme}://${user}127.0.0.1:${relay.port}`
  const transport = createMailTransport({
    url,
    from: 'Keyholder <no-reply@keyholder.test>',
    requireTls,
    timeoutMilliseconds: TIMEOUT,
  })
  onTestFinished(async () => {
    transport.close()
    await relay.stop()
  })
  return { relay, transport }
}

async function failureOf(sending: Promise<unknown>): Promise<MailNotSent> {
  const error: unknown = await sending.then(
    () => null,
    (reason: unknown) => reason,
  )
  if (error instanceof MailNotSent) return error
  throw new Error('expected a mail that was not sent', { cause: error })
}

describe('a mail', () => {
  it('arrives over SMTP as it was written, with its own Message-ID and a sign that no person sent it', async () => {
    const mailbox = await startMailbox({ smtpPort: 0, httpPort: 0 })
    onTestFinished(() => mailbox.stop())
    const transport = createMailTransport({
      url: `smtp://127.0.0.1:${mailbox.smtpPort}`,
      from: 'Keyholder <no-reply@keyholder.test>',
      requireTls: false,
    })
    await transport.send({ ...MAIL, subject: 'Één code: 123 456', headers: { 'X-Keyholder-Message': 'm1' } })

    const list: unknown = await (await fetch(`http://127.0.0.1:${mailbox.httpPort}/api/v1/messages`)).json()
    expect(list).toMatchObject({
      messages: [
        {
          MessageID: 'm1@keyholder.test',
          From: { Name: 'Keyholder', Address: 'no-reply@keyholder.test' },
          To: [{ Address: 'jan@zorg.nl' }],
          Subject: 'Één code: 123 456',
        },
      ],
    })
  })

  it('has the headers that we wrote and no other, whatever its subject says (CHN-14)', async () => {
    const { relay, transport } = await relayAndTransport()
    await transport.send({
      ...MAIL,
      subject: 'Welkom\r\nBcc: attacker@evil.example',
      headers: { 'X-A': 'b\r\nBcc: attacker@evil.example' },
    })
    expect(relay.heard.filter((line) => /^(bcc|cc):/i.test(line))).toEqual([])
    expect(relay.heard.filter((line) => line.startsWith('RCPT'))).toEqual(['RCPT TO:<jan@zorg.nl>'])
    expect(relay.heard).toContain('Message-ID: <m1@keyholder.test>')
    expect(relay.heard).toContain('Auto-Submitted: auto-generated')
  })

  it('comes back with the reply of the relay, once the relay has taken it', async () => {
    const { transport } = await relayAndTransport()
    expect(await transport.send(MAIL)).toEqual({ accepted: true, reply: '250 ok queued as 4711' })
  })

  it.each([
    '"a@evil.example x"@target.nl',
    'a@x.nl, b@y.nl',
    'Jan <jan@zorg.nl>',
    'JAN@zorg.nl',
    'jan@zorg.nl\r\nRCPT TO:<b@y.nl>',
    '',
  ])('goes nowhere when its recipient is %j: the parser decides delivery too (CHN-15)', async (to) => {
    const { relay, transport } = await relayAndTransport()
    expect(await failureOf(transport.send({ ...MAIL, to }))).toMatchObject({ kind: 'permanent', mayHaveLeft: false })
    expect(relay.heard).toEqual([])
  })
})

describe('a mail that the relay refuses', () => {
  it.each([
    ['for good: the address', { RCPT: '550 5.1.1 no such user' }, 'permanent'],
    ['for good: the sender', { MAIL: '550 5.7.1 not you' }, 'permanent'],
    ['for good: the mail', { end: '554 5.6.0 not that' }, 'permanent'],
    ['for now: busy at the door', { greeting: '421 4.3.2 come back later' }, 'temporary'],
    ['for now: busy at the address', { RCPT: '421 4.3.2 come back later' }, 'temporary'],
    ['for now: grey-listed', { RCPT: '450 4.2.0 come back later' }, 'temporary'],
    ['for now: busy after the mail', { end: '451 4.3.0 come back later' }, 'temporary'],
    ['for now: out of step', { MAIL: '503 5.5.1 bad sequence' }, 'temporary'],
    ['for now: it wants TLS first', { MAIL: '530 5.7.0 must issue STARTTLS first' }, 'temporary'],
    ['for now: no service', { greeting: '554 no service here' }, 'temporary'],
  ])('%s, and has surely not left (FLT-11)', async (_what, replies, kind) => {
    const { transport } = await relayAndTransport({ replies })
    expect(await failureOf(transport.send(MAIL))).toMatchObject({ kind, mayHaveLeft: false })
  })

  it('for our password is tried again later: it is no fault of the mail (FLT-11)', async () => {
    const replies = { EHLO: '250-relay.test\r\n250 AUTH PLAIN', AUTH: '535 5.7.8 no' }
    const { relay, transport } = await relayAndTransport({ replies, user: 'keyholder:p%40ss@' })
    expect(await failureOf(transport.send(MAIL))).toMatchObject({ kind: 'temporary', mayHaveLeft: false })
    expect(relay.heard).toContain(`AUTH PLAIN ${Buffer.from('\0keyholder\0p@ss').toString('base64')}`)
  })

  it('is reported without the words of the relay, which quote the address', async () => {
    const { transport } = await relayAndTransport({ replies: { RCPT: '550 no such user jan@zorg.nl' } })
    const { message } = await failureOf(transport.send(MAIL))
    expect(message).toBe('The mail was not sent: EENVELOPE 550.')
  })
})

describe('a mail whose line breaks', () => {
  it('before anybody listened has surely not left (FLT-11)', async () => {
    const { relay, transport } = await relayAndTransport()
    await relay.stop()
    expect(await failureOf(transport.send(MAIL))).toMatchObject({ kind: 'temporary', mayHaveLeft: false })
  })

  it('before the greeting has surely not left, and is given up in time (FLT-11)', async () => {
    const { transport } = await relayAndTransport({ replies: { greeting: 'hang' } })
    expect(await failureOf(transport.send(MAIL))).toMatchObject({ kind: 'temporary', mayHaveLeft: false })
  })

  it.each([
    ['is closed after the mail', 'close'],
    ['falls silent after the mail', 'hang'],
    ['never comes to its point after the mail', 'drip'],
  ])('when it %s may have left: it is tried again, or not, by who knows what it is (FLT-11)', async (_what, end) => {
    const { relay, transport } = await relayAndTransport({ replies: { end } })
    expect(await failureOf(transport.send(MAIL))).toMatchObject({ kind: 'temporary', mayHaveLeft: true })
    expect(relay.heard).toContain('.')
  })

  it('for ever, by a relay that keeps talking, is given up all the same (FLT-11)', async () => {
    const { transport } = await relayAndTransport({ replies: { EHLO: 'drip' } })
    expect(await failureOf(transport.send(MAIL))).toMatchObject({ kind: 'temporary' })
  })
})

describe('a mail is not sent in the open where TLS is required', () => {
  it('when the relay offers none (FLT-11, OPS-14)', async () => {
    const { relay, transport } = await relayAndTransport({ requireTls: true, user: 'keyholder:secret@' })
    expect(await failureOf(transport.send(MAIL))).toMatchObject({ kind: 'temporary', mayHaveLeft: false })
    expect(relay.heard.filter((line) => /^(AUTH|MAIL|RCPT|DATA)/.test(line))).toEqual([])
  })

  it.each([
    ['STARTTLS', { requireTls: true, replies: { EHLO: '250-relay.test\r\n250 STARTTLS' } }],
    [
      'STARTTLS, also where it is not required',
      { requireTls: false, replies: { EHLO: '250-relay.test\r\n250 STARTTLS' } },
    ],
    ['TLS from the first byte', { requireTls: true, scheme: 'smtps', tlsAtOnce: true }],
  ] as const)('when its certificate is not trusted: %s (FLT-11, OPS-14)', async (_what, options) => {
    const { relay, transport } = await relayAndTransport({ ...options, certificate: selfSignedCertificate() })
    expect(await failureOf(transport.send(MAIL))).toMatchObject({ kind: 'temporary', mayHaveLeft: false })
    expect(relay.heard.filter((line) => !/^(EHLO|STARTTLS)/.test(line))).toEqual([])
  })

  it('and no address of a relay can switch that off', async () => {
    const relay = await startFakeRelay({ certificate: selfSignedCertificate(), tlsAtOnce: true })
    onTestFinished(() => relay.stop())
    const url = `smtps://127.0.0.1:${relay.port}/?tls.rejectUnauthorized=false&requireTLS=false`
    const transport = createMailTransport({
      url,
      from: 'no-reply@keyholder.test',
      requireTls: true,
      timeoutMilliseconds: TIMEOUT,
    })
    await failureOf(transport.send(MAIL))
    expect(relay.heard).toEqual([])
  })
})
