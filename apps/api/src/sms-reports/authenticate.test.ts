import { expect, it } from 'vitest'
import { isSigned, showsSecret } from './authenticate.ts'

const SECRET = 's3cret:with+signs/of=base64'
const basic = (text: string) => `Basic ${Buffer.from(text).toString('base64')}`

it.each([
  [`Bearer ${SECRET}`, true],
  [`bearer  ${SECRET}`, true],
  [basic(`anybody:${SECRET}`), true],
  [basic(`:${SECRET}`), true],
  [basic(SECRET), false],
  [basic(`${SECRET}:`), false],
  [`Bearer ${SECRET} `, false],
  [`Bearer ${SECRET}, Bearer x`, false],
  [`Digest ${SECRET}`, false],
  [SECRET, false],
  ['Bearer ', false],
  ['', false],
  [undefined, false],
])('%j shows the secret: %s (CHN-18)', (authorization, shows) => {
  expect(showsSecret(authorization, SECRET)).toBe(shows)
})

it('an empty secret never matches', () => {
  expect(
    ['Bearer ', 'Basic ', basic(':'), undefined].map((authorization) => showsSecret(authorization, '')),
  ).not.toContain(true)
})

const address = 'https://mycompany.com/myapp.php?foo=1&bar=2'
const parameters = 'To=%2B18005551212&Digits=1234&CallSid=CA1234567890ABCDE&From=%2B12349013030&Caller=%2B12349013030'

it.each([
  ['the example of its documentation', address, parameters, true],
  ['another address', `${address}&x=1`, parameters, false],
  ['another value', address, parameters.replace('1234', '1235'), false],
  ['a parameter more', address, `${parameters}&x=1`, false],
  ['nothing', address, '', false],
])('Twilio signs over address and parameters: %s (CHN-18)', (_, signedAddress, body, signed) => {
  const headers = { 'x-twilio-signature': '0/KCTR6DLpKmkAf8muzZqo1nDgQ=' }
  const said = { headers, address: signedAddress, body: Buffer.from(body) }
  expect(isSigned({ provider: 'twilio', secret: '12345' }, said)).toBe(signed)
})

it('a provider that does not sign has signed nothing', () => {
  const said = { headers: {}, address, body: Buffer.alloc(0) }
  expect(isSigned({ provider: 'cm', secret: SECRET }, said)).toBe(false)
})
