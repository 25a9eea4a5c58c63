import { expect, test } from 'vitest'
import { filtersOf, readUserQuery, writeUserQuery } from './read-user-query.ts'

const ROLE = '0190b5f2-6c1e-7c3a-9d5e-000000000001'

test.each([
  ['', {}],
  ['search=jan', { search: 'jan' }],
  [`status=active&kind=person&role=${ROLE}`, { status: 'active', kind: 'person', role: ROLE }],
  ['lastSignIn=over-90-days&sort=-name', { lastSignIn: 'over-90-days', sort: '-name' }],
])('%j is read as it was meant', (search, query) => {
  expect(readUserQuery(new URLSearchParams(search))).toEqual(query)
})

test.each([
  ['status=gone&search=jan', { search: 'jan' }],
  ['search=', {}],
  ['role=1', {}],
  ['cursor=%00', {}],
  ['__proto__=x&toString=y&kind=api', { kind: 'api' }],
  ['status=gone&status=active', { status: 'active' }],
  [`search=${'x'.repeat(101)}`, {}],
])('a wrong part of %j counts as not given', (search, query) => {
  expect(readUserQuery(new URLSearchParams(search))).toEqual(query)
})

test('an address that was written is read back the same', () => {
  const query = { search: 'Çelik & zn.', role: ROLE, secondStep: 'none', sort: '-lastSignInAt' } as const
  expect(readUserQuery(new URLSearchParams(writeUserQuery(query).search))).toEqual(query)
})

test('the list without any state has a plain address', () => {
  expect(writeUserQuery({ search: '', status: undefined })).toEqual({ search: '' })
})

test('order and page are no filters', () => {
  expect(filtersOf({ search: 'jan', sort: 'name', cursor: 'abc' })).toEqual({ search: 'jan' })
})
