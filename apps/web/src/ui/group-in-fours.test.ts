import { expect, test } from 'vitest'
import { groupInFours } from './group-in-fours.ts'

test.each([
  ['', ''],
  ['ABC', 'ABC'],
  ['ABCD', 'ABCD'],
  ['ABCDE', 'ABCD E'],
  ['JBSWY3DPEHPK3PXP', 'JBSW Y3DP EHPK 3PXP'],
  ['JB SW-Y3 DP', 'JBSW Y3DP'],
])('%s is shown as %s', (key, shown) => {
  expect(groupInFours(key)).toBe(shown)
})
