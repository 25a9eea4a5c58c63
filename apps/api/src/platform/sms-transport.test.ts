import { startMailbox } from '@keyholder/mailbox'
import { expect, it, onTestFinished } from 'vitest'
import { createMailboxSmsTransport } from './sms-transport.ts'

it('an SMS arrives in the development mailbox as it was sent, and has an id there', async () => {
  const mailbox = await startMailbox({ smtpPort: 0, httpPort: 0 })
  onTestFinished(() => mailbox.stop())
  const url = `http://127.0.0.1:${mailbox.httpPort}`
  const sms = createMailboxSmsTransport({ url })

  const { id } = await sms.send({ to: '+31612345678', text: '123456 is uw code', reference: 'sms-1' })

  const message: unknown = await (await fetch(`${url}/api/v1/message/${id}`)).json()
  expect(message).toMatchObject({ Text: '123456 is uw code', To: [{ Name: '+31612345678' }] })
})

it('an SMS that the mailbox refuses is an error, and so is a mailbox that is not there', async () => {
  const mailbox = await startMailbox({ smtpPort: 0, httpPort: 0 })
  const sms = createMailboxSmsTransport({ url: `http://127.0.0.1:${mailbox.httpPort}` })
  await expect(sms.send({ to: 'nobody', text: 'x', reference: 'sms-1' })).rejects.toThrow(
    'did not take the message: 400',
  )
  await mailbox.stop()
  await expect(sms.send({ to: '+31612345678', text: 'x', reference: 'sms-1' })).rejects.toThrow()
})
