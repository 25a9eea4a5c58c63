import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseKeyRing } from './key-ring.ts'
import { CannotOpen, createSecretBox } from './secret-box.ts'

const K1 = `k1:${Buffer.alloc(32, 1).toString('base64')}`
const K2 = `k2:${Buffer.alloc(32, 2).toString('base64')}`
const box = createSecretBox(parseKeyRing(K1))
const OWNER = ['tenant', 'user', 'factor']

describe('a sealed secret', () => {
  it('opens to what it was, whatever it was', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.array(fc.string()), (plain, context) => {
        expect(box.open('totp', box.seal('totp', plain, context), context)).toBe(plain)
      }),
    )
  })

  it('names its version and its key, and is another text each time', () => {
    const texts = [box.seal('totp', 'secret', OWNER), box.seal('totp', 'secret', OWNER)]
    expect(texts[0]).toMatch(/^v1\.k1\.[A-Za-z0-9_-]+$/)
    expect(texts[0]).not.toBe(texts[1])
    expect(texts.join()).not.toContain('secret')
  })

  it('does not open for another user, row, tenant or purpose', () => {
    const sealed = box.seal('totp', 'secret', OWNER)
    const others = [[], ['tenant', 'user'], ['tenant', 'user', 'other'], ['tenantuser', '', 'factor'], [...OWNER, '']]
    for (const context of others) expect(() => box.open('totp', sealed, context)).toThrow(CannotOpen)
    expect(() => box.open('message', sealed, OWNER)).toThrow(CannotOpen)
  })

  it('does not open when any of its characters was changed', () => {
    const sealed = box.seal('totp', 'secret', OWNER)
    for (let at = 0; at < sealed.length; at++) {
      const changed = sealed.slice(0, at) + (sealed[at] === 'A' ? 'B' : 'A') + sealed.slice(at + 1)
      // The last character of base64 may carry bits that mean nothing.
      if (Buffer.from(changed.slice(6), 'base64url').equals(Buffer.from(sealed.slice(6), 'base64url')) && at >= 6)
        continue
      expect(() => box.open('totp', changed, OWNER)).toThrow(CannotOpen)
    }
  })

  it.each(['', 'v1', 'v1.k1.', 'v1.k1.AAAA', 'v2.k1.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA', 'secret'])(
    'is not %j',
    (text) => {
      expect(() => box.open('totp', text, OWNER)).toThrow(CannotOpen)
    },
  )

  it('still opens after a new key was put before its own, and new ones are sealed with the new (FLT-17)', () => {
    const sealed = box.seal('totp', 'secret', OWNER)
    const rotated = createSecretBox(parseKeyRing(`${K2},${K1}`))
    expect(rotated.open('totp', sealed, OWNER)).toBe('secret')
    expect(rotated.seal('totp', 'secret', OWNER)).toMatch(/^v1\.k2\./)
  })

  it('does not open with its key gone, nor with another under its name', () => {
    const sealed = box.seal('totp', 'secret', OWNER)
    expect(() => createSecretBox(parseKeyRing(K2)).open('totp', sealed, OWNER)).toThrow(
      'The key k1 is not on the ring.',
    )
    expect(() => createSecretBox(parseKeyRing(K2.replace('k2', 'k1'))).open('totp', sealed, OWNER)).toThrow(CannotOpen)
  })
})
