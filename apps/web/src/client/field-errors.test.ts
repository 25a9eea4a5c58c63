import { account, apiUsers, users } from '@keyholder/contracts'
import { describe, expect, test } from 'vitest'
import { fieldsRefusedBy, joinErrors, tellFields } from './field-errors.ts'

const texts = {
  name: { missing: 'name missing', wrong: 'name wrong' },
  email: { missing: 'email missing', wrong: 'email wrong' },
  roleId: 'no role',
}
const right = {
  name: 'Jan de Vries',
  email: 'jan@delinde.example',
  roleId: '0190b5f2-6c1e-7c3a-9d5e-000000000001',
  language: 'nl',
}

test.each([
  ['nothing', {}, {}],
  ['no name', { name: ' ' }, { name: 'name missing' }],
  ['a name that is too long', { name: 'x'.repeat(101) }, { name: 'name wrong' }],
  ['no address', { email: '' }, { email: 'email missing' }],
  ['no e-mail address', { email: 'jan' }, { email: 'email wrong' }],
  ['no role', { roleId: '' }, { roleId: 'no role' }],
  [
    'all of it',
    { name: '', email: '', roleId: '' },
    { name: 'name missing', email: 'email missing', roleId: 'no role' },
  ],
  ['a field without a text', { language: 'fr' }, {}],
])('an invitation with %s wrong says so at the fields', (_, change, errors) => {
  const values = { ...right, ...change }
  expect(tellFields(fieldsRefusedBy(users.invite.body, values), values, texts)).toEqual(errors)
})

test('a list is judged as one field', () => {
  const apiUser = { name: 'Rooster', responsible: 'Fatima', contactEmail: 'dev@rooster.example', language: 'nl' }
  expect([
    fieldsRefusedBy(apiUsers.create.body, { ...apiUser, scopes: [] }),
    fieldsRefusedBy(apiUsers.create.body, { ...apiUser, scopes: ['users:read', 'world:rule'] }),
  ]).toEqual([['scopes'], ['scopes']])
})

test.each([
  ['Jan de Vries', []],
  ['Élise van den Berg-Óskarsdóttir', []],
  ['x'.repeat(100), []],
  ['   ', ['name']],
  ['x'.repeat(101), ['name']],
  ['Jan\nde Vries', ['name']],
  ['\u200b', ['name']],
  ['Jan\u202eseirV', ['name']],
])('the name %j is judged as the server will judge it', (name, refused) => {
  expect(fieldsRefusedBy(account.renameFactor.body, { name })).toEqual(refused)
})

describe('errors from two sources', () => {
  test('the closer one goes before', () => {
    expect(
      joinErrors<{ code: string; name: string }>({ code: 'wrong', name: 'missing' }, { code: 'a typing error' }),
    ).toEqual({
      code: 'a typing error',
      name: 'missing',
    })
  })

  test('what the closer one does not know stays', () => {
    expect(joinErrors<{ code: string }>({ code: 'wrong' }, { code: null })).toEqual({ code: 'wrong' })
  })
})
