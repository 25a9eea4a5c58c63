import { startMailbox } from '@keyholder/mailbox'
import { expect, it, onTestFinished } from 'vitest'
import { createSmsTransport } from './create-sms-transport.ts'

const sms = { to: '+31612345678', text: '123456 is je code', reference: 'sms-1' }

it('an SMS arrives in the development mailbox as it was sent, and has an id there', async () => {
  const mailbox = await startMailbox({ smtpPort: 0, httpPort: 0 })
  onTestFinished(() => mailbox.stop())
  const url = `http://127.0.0.1:${mailbox.httpPort}`

  const { id } = await createSmsTransport({ provider: 'mailbox', url }).send(sms)

  const message: unknown = await (await fetch(`${url}/api/v1/message/${id}`)).json()
  expect(message).toMatchObject({ Text: sms.text, To: [{ Name: sms.to }] })
})

it('an SMS that the mailbox refuses is refused for good; without a mailbox it waits', async () => {
  const mailbox = await startMailbox({ smtpPort: 0, httpPort: 0 })
  const transport = createSmsTransport({ provider: 'mailbox', url: `http://127.0.0.1:${mailbox.httpPort}` })
  await expect(transport.send({ ...sms, to: 'nobody' })).rejects.toMatchObject({
    kind: 'permanent',
    mayHaveLeft: false,
  })
  await mailbox.stop()
  await expect(transport.send(sms)).rejects.toMatchObject({ kind: 'temporary', mayHaveLeft: false })
})
