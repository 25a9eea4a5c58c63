import { expect, it } from 'vitest'
import { createCmTransport } from './cm.ts'
import { startFakeVendor } from './vendor.fake.ts'

const sms = { to: '+31612345678', text: '123456', reference: '0190b7c2-5f1e-7a3b-9c4d-1234567890ab' }

it.each([
  ['the token is wrong', 101, [], 'temporary', false],
  ['there is no credit', 102, [], 'temporary', false],
  ['the token is another', 103, [], 'temporary', false],
  ['the request is wrong', 202, [], 'permanent', false],
  ['the number is wrong', 201, [303], 'permanent', false],
  ['the message is refused, and the request is not', 0, [402], 'permanent', false],
  ['it failed there', 500, [], 'temporary', true],
  ['it failed there for reasons unknown', 201, [999], 'temporary', true],
])('CM.com says with status 200 that %s', async (_, errorCode, codes, kind, mayHaveLeft) => {
  const messages = codes.map((messageErrorCode) => ({ messageErrorCode }))
  const body = JSON.stringify({ details: 'About +31612345678', errorCode, messages })
  const fake = await startFakeVendor({ answer: () => ({ status: 200, body }), errors: {} })
  const sent = createCmTransport({ url: fake.url, apiKey: 'k', from: 'Keyholder' }, {}).send(sms)
  await expect(sent).rejects.toMatchObject({ kind, mayHaveLeft, message: expect.not.stringContaining('612345678') })
  await fake.stop()
})
