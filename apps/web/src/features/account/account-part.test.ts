import { expect, test } from 'vitest'
import { ACCOUNT_PARTS, type AccountPlace, readPlace, writePlace } from './account-part.ts'

const id = '0190b5f2-6c1e-7c3a-9d5e-000000000001'

const places: AccountPlace[] = [
  ...ACCOUNT_PARTS.map((part) => ({ part })),
  { part: 'gegevens', change: 'e-mailadres' },
  { part: 'tweede-stap', link: 'app' },
  { part: 'tweede-stap', link: 'passkey' },
  { part: 'tweede-stap', link: 'nummer' },
  { part: 'tweede-stap', link: { replaces: id } },
]

test.each(places)('%j is found again by its address', (place) => {
  expect(readPlace(new URLSearchParams(writePlace(place).search))).toEqual(place)
})

test.each(['', '?deel=', '?deel=onbekend', '?deel=__proto__', '?koppelen=nieuw', '?deel=gegevens&wijzig=naam'])(
  '%j shows the first part',
  (search) => {
    expect(readPlace(new URLSearchParams(search))).toEqual({ part: 'gegevens' })
  },
)

test('only second steps are linked, and only an address is changed', () => {
  expect(readPlace(new URLSearchParams('?deel=sessies&koppelen=nieuw&wijzig=e-mailadres'))).toEqual({ part: 'sessies' })
})

test.each([
  ['?deel=authenticators', { part: 'tweede-stap' }],
  ['?deel=authenticators&koppelen=nieuw', { part: 'tweede-stap', link: 'app' }],
  [`?deel=authenticators&koppelen=${id}`, { part: 'tweede-stap', link: { replaces: id } }],
])('the earlier address %s still leads there', (search, place) => {
  expect(readPlace(new URLSearchParams(search))).toEqual(place)
})
