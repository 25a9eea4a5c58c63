import { expect, test } from 'vitest'
import { ACCOUNT_PARTS, type AccountPlace, readPlace, writePlace } from './account-part.ts'

const places: AccountPlace[] = [
  ...ACCOUNT_PARTS.map((part) => ({ part })),
  { part: 'authenticators', link: 'nieuw' },
  { part: 'authenticators', link: { replaces: '0190b5f2-6c1e-7c3a-9d5e-000000000001' } },
]

test.each(places)('%j is found again by its address', (place) => {
  expect(readPlace(new URLSearchParams(writePlace(place).search))).toEqual(place)
})

test.each(['', '?deel=', '?deel=onbekend', '?deel=__proto__', '?koppelen=nieuw'])(
  '%j shows the first part',
  (address) => {
    expect(readPlace(new URLSearchParams(address))).toEqual({ part: 'gegevens' })
  },
)

test('only authenticators are linked', () => {
  expect(readPlace(new URLSearchParams('?deel=sessies&koppelen=nieuw'))).toEqual({ part: 'sessies' })
})
