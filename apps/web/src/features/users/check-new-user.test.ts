import { expect, test } from 'vitest'
import { checkNewUser, type InviteValues } from './check-new-user.ts'

const right: InviteValues = {
  name: 'Jan de Vries',
  email: 'jan@delinde.example',
  roleId: '0190b5f2-6c1e-7c3a-9d5e-000000000001',
  language: 'nl',
}

test.each<[string, Partial<InviteValues>, Record<string, string>]>([
  ['all is right', {}, {}],
  ['no name', { name: ' ' }, { name: 'nameMissing' }],
  ['a name that is too long', { name: 'x'.repeat(101) }, { name: 'nameWrong' }],
  ['no address', { email: '' }, { email: 'emailMissing' }],
  ['no e-mail address', { email: 'jan' }, { email: 'emailWrong' }],
  ['no role', { roleId: '' }, { roleId: 'roleMissing' }],
  [
    'nothing at all',
    { name: '', email: '', roleId: '' },
    { name: 'nameMissing', email: 'emailMissing', roleId: 'roleMissing' },
  ],
])('%s', (_, values, wrong) => {
  expect(checkNewUser({ ...right, ...values }, (key) => key)).toEqual(wrong)
})
