import { expect, test } from 'vitest'
import { ACCOUNT_PARTS, type AccountPlace, readPlace, writePlace } from './account-place.ts'

const places: AccountPlace[] = [...ACCOUNT_PARTS.map((part) => ({ part })), { part: 'profile', change: 'email' }]

test.each(places)('%j is found again by its address', (place) => {
  expect(readPlace(new URLSearchParams(writePlace(place).search))).toEqual(place)
})

test.each(['', '?deel=', '?deel=onbekend', '?deel=__proto__', '?koppelen=nieuw', '?deel=gegevens&wijzig=naam'])(
  '%j shows the first part',
  (ip) => {
    expect(readPlace(new URLSearchParams(ip))).toEqual({ part: 'profile' })
  },
)

test('only an e-mail address is changed on a page of its own', () => {
  expect(readPlace(new URLSearchParams('?deel=sessies&wijzig=e-mailadres'))).toEqual({ part: 'sessions' })
})
