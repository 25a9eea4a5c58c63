import { expect, test } from 'vitest'
import { forgetLinkToken, keepLinkToken, linkToken } from './link-token.ts'

test('the secret of a link is for the page that it was sent to', () => {
  expect(keepLinkToken('/invitation', '#secret')).toBe(true)
  expect(linkToken('/invitation')).toBe('secret')
  expect(linkToken('/reset-password')).toBeNull()
})

test('a later link takes the place of the one before', () => {
  keepLinkToken('/invitation', '#first')
  keepLinkToken('/invitation', '#second')
  expect(linkToken('/invitation')).toBe('second')
})

test('what has been used is forgotten', () => {
  keepLinkToken('/invitation', '#secret')
  forgetLinkToken()
  expect(linkToken('/invitation')).toBeNull()
})

test.each([
  ['/invitation', ''],
  ['/invitation', '#'],
  ['/users', '#main'],
])('%s%s holds no secret', (path, hash) => {
  forgetLinkToken()
  expect(keepLinkToken(path, hash)).toBe(false)
  expect(linkToken(path)).toBeNull()
})
