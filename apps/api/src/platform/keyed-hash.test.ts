import { describe, expect, it } from 'vitest'
import { parseKeyRing } from './key-ring.ts'
import { createKeyedHash, tokenHash } from './keyed-hash.ts'

const K1 = `k1:${Buffer.alloc(32, 1).toString('base64')}`
const K2 = `k2:${Buffer.alloc(32, 2).toString('base64')}`
const keyed = createKeyedHash(parseKeyRing(K1))

describe('a keyed hash', () => {
  it('is of its value, its purpose and its key, and names the key', () => {
    const stored = keyed.hash('recovery-code', 'ABC')
    expect(stored).toMatch(/^k1\.[A-Za-z0-9_-]{43}$/)
    expect(keyed.hash('recovery-code', 'ABC')).toBe(stored)
    expect(keyed.matches('recovery-code', 'ABC', stored)).toBe(true)
    expect(keyed.matches('recovery-code', 'ABD', stored)).toBe(false)
    expect(keyed.matches('relink-code', 'ABC', stored)).toBe(false)
  })

  it('cannot be made without the key', () => {
    const stored = createKeyedHash(parseKeyRing(K2.replace('k2', 'k1'))).hash('recovery-code', 'ABC')
    expect(keyed.matches('recovery-code', 'ABC', stored)).toBe(false)
  })

  it('made before a new key came still matches, and new ones are of the new key (FLT-17)', () => {
    const rotated = createKeyedHash(parseKeyRing(`${K2},${K1}`))
    expect(rotated.matches('device', 'x', keyed.hash('device', 'x'))).toBe(true)
    expect(rotated.hash('device', 'x')).toMatch(/^k2\./)
    expect(keyed.matches('device', 'x', rotated.hash('device', 'x'))).toBe(false)
  })

  it.each(['', 'k1', 'k1.', 'k1.AAAA', `k1.${'A'.repeat(44)}`, 'k9.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA', '.'])(
    'is not %j: nothing matches it, and nothing is thrown',
    (stored) => {
      expect(keyed.matches('device', 'x', stored)).toBe(false)
    },
  )
})

it('a token is found by its hash, and only as the kind that it is (REC-17)', () => {
  const token = 'A'.repeat(43)
  expect(tokenHash('invitation', token)).toHaveLength(32)
  expect(tokenHash('invitation', token)).toEqual(tokenHash('invitation', token))
  expect(tokenHash('invitation', token)).not.toEqual(tokenHash('password-reset', token))
  expect(tokenHash('invitation', token)).not.toEqual(tokenHash('invitationA', token.slice(1)))
})
