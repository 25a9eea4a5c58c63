import { describe, expect, it } from 'vitest'
import { asGsm7, septetsIn } from './gsm7.ts'

describe('the alphabet of SMS', () => {
  it.each([
    ['abc', 3],
    ['@#_ \n', 5],
    ['é', 1],
    ['€', 2],
    ['{}[]~|^\\', 16],
    ['', 0],
  ])('%j takes %i septets', (text, septets) => expect(septetsIn(text)).toBe(septets))

  it.each(['ë', 'ê', '“', '…', '🙂', '`', 'ç', 'e\u0301', '\t', '\u00a0'])('does not have %j', (character) => {
    expect(septetsIn(character)).toBeNull()
  })

  it('has 127 characters and 9 more', () => {
    const all = Array.from({ length: 0x2100 }, (_, code) => septetsIn(String.fromCharCode(code)))
    expect(all.filter((septets) => septets === 1)).toHaveLength(127)
    expect(all.filter((septets) => septets === 2)).toHaveLength(9)
  })

  it.each([
    ['Çapek en Zoë', 'Çapek en Zoe'],
    ['Zorg\u00a0 huis\n', 'Zorg huis'],
    ['a 🙂 b', 'a b'],
    ['ﬁets', 'fiets'],
  ])('%j becomes %j in it', (text, spelled) => expect(asGsm7(text)).toBe(spelled))
})
