import { expect, test } from 'vitest'
import { safeNext } from './safe-next.ts'

const PAGES = ['/', '/users', '/users/invite', '/invitation']
const next = (wanted: string | null) => safeNext(wanted, (pathname) => PAGES.includes(pathname))

test.each(['/users', '/users?status=active&sort=-name', '/users/invite', '/invitation', '/'])(
  'after the sign-in %s is gone on to',
  (page) => {
    expect(next(page)).toBe(page)
  },
)

test.each([
  null,
  '',
  'users',
  'https://evil.example',
  '//evil.example',
  '/\\evil.example',
  '\\/evil.example',
  '/%09/evil.example',
  '/\t/evil.example',
  '/users\n//evil.example',
  '/%5cevil.example',
  '/users/../../evil.example',
  ' /users',
  'javascript:alert(1)',
  '/javascript:alert(1)',
  '/unknown',
])('[CSR-09] %j leads to the start', (wanted) => {
  expect(next(wanted)).toBe('/')
})
