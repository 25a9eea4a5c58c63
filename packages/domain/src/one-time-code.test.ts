import { describe, expect, it } from 'vitest'
import { normaliseCode } from './one-time-code.ts'

describe('a one-time code', () => {
  it.each(['123456', ' 123 456 ', '123-456', '1 2 3 4 5 6', '- 123456 -'])('is read from %j (REC-04)', (input) => {
    expect(normaliseCode(input)).toBe('123456')
  })

  it.each([
    ['five digits', '12345'],
    ['seven digits', '1234567'],
    ['nothing', ''],
    ['full-width digits', '１２３４５６'],
    ['one Devanagari digit', '12345६'],
    ['letters', '12345a'],
    ['a sign', '+12345'],
    ['a line end', '123456\n'],
    ['a no-break space', '123\u00a0456'],
  ])('is not read from %s (REC-04)', (_what, input) => {
    expect(normaliseCode(input)).toBeNull()
  })
})
