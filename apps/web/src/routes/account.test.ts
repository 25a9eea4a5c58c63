import { expect, test } from 'vitest'
import { readPlace } from '../features/account/account-place.ts'
import { factorAddress } from '../features/second-factor/factor-address.ts'

test.each([undefined, 'passkey' as const])('linking %s stands in the part of the second step', (link) => {
  expect(readPlace(new URLSearchParams(factorAddress(link).search))).toEqual({ part: 'second-step' })
})
