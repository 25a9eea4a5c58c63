import { ENROLLABLE_FACTORS } from '@keyholder/domain'
import { expect, test } from 'vitest'
import { factorAddress, type Link, readLink } from './factor-address.ts'

const read = (link?: Link) => readLink(new URLSearchParams(factorAddress(link).search))

test.each<Link>([...ENROLLABLE_FACTORS, { replaces: '0190b5f2-6c1e-7c3a-9d5e-000000000001' }])(
  '%j is found again by its address',
  (link) => {
    expect(read(link)).toEqual(link)
  },
)

test('the list links nothing', () => {
  expect([read(), readLink(new URLSearchParams('?koppelen='))]).toEqual([null, null])
})
