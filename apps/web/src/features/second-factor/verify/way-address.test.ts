import { AUTH_METHODS } from '@keyholder/domain'
import { expect, test } from 'vitest'
import { chosen, methodIn, withMethod } from './method-url.ts'

test.each(AUTH_METHODS)('an address by %s is read as it was written', (method) => {
  expect(methodIn(withMethod('', method))).toBe(method)
})

test.each(['', '?manier=fax', '?manier=toString', '?manier='])('%j asks for no way', (search) => {
  expect(methodIn(search)).toBeNull()
})

test('what is wanted afterwards comes along, and what was said before does not', () => {
  expect(withMethod('?why=ended&next=%2Fusers&manier=app', 'sms')).toBe('?manier=sms&next=%2Fusers')
})

test('a way that is not offered gives the first', () => {
  expect(chosen(['authenticator', 'sms'], (method) => method === 'sms')).toBe('sms')
  expect(chosen(['authenticator', 'sms'], (method) => method === 'email')).toBe('authenticator')
  expect(chosen([], () => true)).toBeUndefined()
})
