import { randomBytes } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { newSentCode } from './new-code.ts'

const bytesOf = (...numbers: readonly number[]) => {
  const left = [...numbers]
  return (size: number) => {
    const bytes = Buffer.alloc(size)
    bytes.writeUInt32BE(left.shift() ?? 0)
    return bytes
  }
}

describe('a code that is sent', () => {
  it('is six digits, with the zeros in front', () => {
    expect(newSentCode(bytesOf(0))).toBe('000000')
    expect(newSentCode(bytesOf(1_048_213))).toBe('048213')
    expect(newSentCode(bytesOf(999_999))).toBe('999999')
  })

  it('is drawn again where the remainder would favour the lowest codes', () => {
    expect(newSentCode(bytesOf(4_293_999_999))).toBe('999999')
    expect(newSentCode(bytesOf(4_294_000_000, 0xffff_ffff, 7))).toBe('000007')
  })

  it('is as likely to begin with one digit as with another', () => {
    const counts = new Map<string, number>()
    for (let n = 0; n < 20_000; n++) {
      const first = newSentCode(randomBytes).slice(0, 1)
      counts.set(first, (counts.get(first) ?? 0) + 1)
    }
    expect(counts.size).toBe(10)
    for (const count of counts.values()) expect(Math.abs(count - 2000)).toBeLessThan(300)
  })
})
