import { expect, test } from 'vitest'
import { filtersOf, readAuditQuery, writeAuditQuery } from './read-audit-query.ts'

const USER = '0190b5f2-6c1e-7c3a-9d5e-000000000001'

test.each([
  ['', {}],
  ['search=jan', { search: 'jan' }],
  [`user=${USER}&outcome=denied`, { user: USER, outcome: 'denied' }],
  [
    'action=authenticator.unlinked&from=2026-11-01&until=2026-11-30',
    { action: 'authenticator.unlinked', from: '2026-11-01', until: '2026-11-30' },
  ],
])('%j is read as it was meant', (search, query) => {
  expect(readAuditQuery(new URLSearchParams(search))).toEqual(query)
})

test.each([
  ['action=user.exploded&search=jan', { search: 'jan' }],
  ['from=2026-02-31&until=2026-02-28', { until: '2026-02-28' }],
  ['from=yesterday', {}],
  ['search=', {}],
  ['user=1', {}],
  ['__proto__=x&toString=y&outcome=failure', { outcome: 'failure' }],
  ['outcome=gone&outcome=denied', { outcome: 'denied' }],
])('a wrong part of %j counts as not given', (search, query) => {
  expect(readAuditQuery(new URLSearchParams(search))).toEqual(query)
})

test('an address that was written is read back the same', () => {
  const query = { search: 'Çelik & zn.', user: USER, action: 'user.invited', from: '2026-11-01' } as const
  expect(readAuditQuery(new URLSearchParams(writeAuditQuery(query).search))).toEqual(query)
})

test('the log without any state has a plain address', () => {
  expect(writeAuditQuery({ search: '', outcome: undefined })).toEqual({ search: '' })
})

test('the page is no filter', () => {
  expect(filtersOf({ search: 'jan', cursor: 'abc' })).toEqual({ search: 'jan' })
})
