import { expect } from 'vitest'
import { test } from './running-mailbox.ts'

const SMS = { to: '+31612345678', text: 'Je code is 123456\n@keyholder.test #123456', reference: 'outbox-7' }

test('an SMS appears among the messages', async ({ mailbox }) => {
  const response = await mailbox.sms(SMS)
  expect(response.status).toBe(200)
  const { id }: { id: string } = JSON.parse(await response.text())

  expect(await mailbox.list()).toMatchObject({ tags: ['sms'], messages: [{ ID: id, Tags: ['sms'] }] })
  expect(await mailbox.read(id)).toMatchObject({
    From: { Name: '', Address: 'sms@localhost' },
    To: [{ Name: '+31612345678', Address: '+31612345678@sms.localhost' }],
    Subject: 'Sms aan +31612345678',
    Text: SMS.text,
    MessageID: 'outbox-7',
    Tags: ['sms'],
  })
})

test.for([
  ['no object', 'text'],
  ['a list', [SMS]],
  ['null', null],
  ['no number', { ...SMS, to: undefined }],
  ['letters for a number', { ...SMS, to: 'jan' }],
  ['a number that is no string', { ...SMS, to: 31612345678 }],
  ['an empty text', { ...SMS, text: ' ' }],
  ['a text that is too long', { ...SMS, text: 'x'.repeat(1001) }],
  ['a reference with a line break', { ...SMS, reference: 'a\r\nb' }],
  ['no reference', { ...SMS, reference: undefined }],
  ['an unknown field', { ...SMS, from: 'Keyholder' }],
] as const)('an SMS with %s is refused with a sentence', async ([, body], { mailbox }) => {
  const response = await mailbox.sms(body)
  expect(response.status).toBe(400)
  expect(await response.json()).toEqual({ Error: expect.stringMatching(/\w+ .*\.$/) })
  expect(await mailbox.list()).toMatchObject({ total: 0 })
})

test('an SMS of a page elsewhere, sent as plain text, is refused', async ({ mailbox }) => {
  const response = await mailbox.ask('/sms', { method: 'POST', body: JSON.stringify(SMS) })
  expect(response.status).toBe(415)
})
