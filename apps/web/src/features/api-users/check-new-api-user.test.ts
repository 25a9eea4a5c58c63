import { expect, test } from 'vitest'
import { type ApiUserValues, checkNewApiUser } from './check-new-api-user.ts'

const right: ApiUserValues = {
  name: 'Roosterprogramma',
  responsible: 'Fatima el Amrani',
  contactEmail: 'dev@rooster.example',
  language: 'nl',
  scopes: ['users:read'],
}

test.each<[string, Partial<ApiUserValues>, Record<string, string>]>([
  ['all is right', {}, {}],
  ['no name', { name: '' }, { name: 'nameMissing' }],
  ['nobody responsible', { responsible: '\t' }, { responsible: 'responsibleMissing' }],
  ['a name with a line end', { name: 'Rooster\nprogramma' }, { name: 'nameWrong' }],
  ['no e-mail address', { contactEmail: 'dev@' }, { contactEmail: 'contactEmailWrong' }],
  ['nothing that it may', { scopes: [] }, { scopes: 'scopesMissing' }],
])('%s', (_, values, wrong) => {
  expect(checkNewApiUser({ ...right, ...values }, (key) => key)).toEqual(wrong)
})
