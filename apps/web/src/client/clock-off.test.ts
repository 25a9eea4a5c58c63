import { expect, test } from 'vitest'
import { clockOff } from './clock-off.ts'

test.each([
  [-120, { is: 'clockBehind', minutes: 2 }],
  [120, { is: 'clockAhead', minutes: 2 }],
  [-40, { is: 'clockBehind', minutes: 1 }],
  [-20, { is: 'clockBehind', minutes: 1 }],
  [170, { is: 'clockAhead', minutes: 3 }],
  [0, null],
  [null, null],
  [undefined, null],
])('a clock that is %j seconds off is told as %j', (seconds, told) => {
  expect(clockOff(seconds)).toEqual(told)
})
