import { expect, it } from 'vitest'
import { twilio } from './twilio.fake.ts'
import { createTwilioTransport } from './twilio.ts'
import { startFakeVendor } from './vendor.fake.ts'

const sms = { to: '+31612345678', text: '123456', reference: '0190b7c2-5f1e-7a3b-9c4d-1234567890ab' }
const account = { accountSid: 'AC0123456789abcdef0123456789abcdef', authToken: 'token-of-twilio' }

it.each([
  ['Keyholder', null, 'To=%2B31612345678&Body=123456&From=Keyholder'],
  [
    'MG0123456789abcdef0123456789abcdef',
    null,
    'To=%2B31612345678&Body=123456&MessagingServiceSid=MG0123456789abcdef0123456789abcdef',
  ],
  [
    '+3197012345678',
    'https://a.nl/sms/reports/twilio',
    'To=%2B31612345678&Body=123456&From=%2B3197012345678&StatusCallback=https%3A%2F%2Fa.nl%2Fsms%2Freports%2Ftwilio',
  ],
])('Twilio is told that %s sends and that reports go to %s', async (from, reportsUrl, form) => {
  const fake = await startFakeVendor(twilio)
  await createTwilioTransport({ ...account, url: fake.url, from, reportsUrl }, {}).send(sms)
  expect(fake.asked).toMatchObject([{ body: form }])
  await fake.stop()
})
