import type { Vendor } from './vendor.fake.ts'

const KEY = `Basic ${Buffer.from('AC0123456789abcdef0123456789abcdef:token-of-twilio').toString('base64')}`

/** twilio.com/docs/messaging/api/message-resource: basic authentication, a form, 201 with the SID of the message. */
export const twilio: Vendor = {
  answer({ method, path, headers, body }, take) {
    if (method !== 'POST' || path !== '/2010-04-01/Accounts/AC0123456789abcdef0123456789abcdef/Messages.json') {
      return { status: 404, body: '{"code":20404,"message":"The requested resource was not found","status":404}' }
    }
    if (headers.authorization !== KEY) return { status: 401, body: twilio.errors[401] ?? '' }
    const form = new URLSearchParams(body)
    const [to, text] = [form.get('To') ?? '', form.get('Body')]
    const from = form.get('From') ?? form.get('MessagingServiceSid')
    if (text === null || from === null || !/^\+[1-9]\d{6,14}$/.test(to) || to === '+31600000000') {
      return { status: 400, body: twilio.errors[400] ?? '' }
    }
    const number = take({ to, text, from, reference: null })
    const kept = { sid: `SM${String(number).padStart(32, '0')}`, status: 'queued', error_code: null, to, body: text }
    return { status: 201, body: JSON.stringify(kept) }
  },
  errors: {
    400: `{"code":21211,"message":"The 'To' number +31600000000 is not a valid phone number.","status":400}`,
    401: '{"code":20003,"message":"Authenticate","status":401}',
    429: '{"code":20429,"message":"Too Many Requests","status":429}',
  },
}
