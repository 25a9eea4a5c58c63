import { LINKED_KINDS } from '@keyholder/domain'
import { expect, test } from 'vitest'
import { ACCOUNT_PARTS, type AccountPlace, readPlace, writePlace } from './account-place.ts'

const id = '0190b5f2-6c1e-7c3a-9d5e-000000000001'

const places: AccountPlace[] = [
  ...ACCOUNT_PARTS.map((part) => ({ part })),
  { part: 'profile', change: 'email' },
  ...LINKED_KINDS.map((link) => ({ part: 'second-step' as const, link })),
  { part: 'second-step', link: { replaces: id } },
]

test.each(places)('%j is found again by its address', (place) => {
  expect(readPlace(new URLSearchParams(writePlace(place).search))).toEqual(place)
})

test.each(['', '?deel=', '?deel=onbekend', '?deel=__proto__', '?koppelen=nieuw', '?deel=gegevens&wijzig=naam'])(
  '%j shows the first part',
  (address) => {
    expect(readPlace(new URLSearchParams(address))).toEqual({ part: 'profile' })
  },
)

test('only second steps are linked, and only an e-mail address is changed', () => {
  expect(readPlace(new URLSearchParams('?deel=sessies&koppelen=nieuw&wijzig=e-mailadres'))).toEqual({
    part: 'sessions',
  })
})
