import { SECOND_STEP_WAYS } from '@keyholder/domain'
import { expect, test } from 'vitest'
import { chosen, wayIn, withWay } from './way-address.ts'

test.each(SECOND_STEP_WAYS)('an address by %s is read as it was written', (way) => {
  expect(wayIn(withWay('', way))).toBe(way)
})

test.each(['', '?manier=fax', '?manier=toString', '?manier='])('%j asks for no way', (search) => {
  expect(wayIn(search)).toBeNull()
})

test('what is wanted afterwards comes along, and what was said before does not', () => {
  expect(withWay('?why=ended&next=%2Fusers&manier=app', 'sms')).toBe('?manier=sms&next=%2Fusers')
})

test('a way that is not offered gives the first', () => {
  expect(chosen(['authenticator', 'sms'], (way) => way === 'sms')).toBe('sms')
  expect(chosen(['authenticator', 'sms'], (way) => way === 'email')).toBe('authenticator')
  expect(chosen([], () => true)).toBeUndefined()
})
