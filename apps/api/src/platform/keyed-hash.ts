import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import { createDerivedKeys, type KeyRing } from './key-ring.ts'

export type KeyedHash = {
  /** The hash of a value that could be guessed (a code, an e-mail address) under the current key, with the key's id. */
  hash(purpose: string, value: string): string
  /** Whether a stored hash is of this value, by the key that made it, in constant time. False for what is no hash of ours. */
  matches(purpose: string, value: string, stored: string): boolean
}

const HASH = /^([a-z][a-z0-9]{0,15})\.([A-Za-z0-9_-]{43})$/

/** HMAC-SHA-256 with a key per purpose. Form: `<key id>.<base64url>`. Without the key, codes cannot be tried offline. */
export function createKeyedHash(ring: KeyRing): KeyedHash {
  const keyFor = createDerivedKeys('keyed-hash')
  const digest = (key: Buffer, value: string) => createHmac('sha256', key).update(value).digest()

  return {
    hash: (purpose, value) =>
      `${ring.current.id}.${digest(keyFor(ring.current, purpose), value).toString('base64url')}`,

    matches(purpose, value, stored) {
      const [, keyId = '', encoded = ''] = HASH.exec(stored) ?? []
      const key = ring.find(keyId)
      return key !== null && timingSafeEqual(digest(keyFor(key, purpose), value), Buffer.from(encoded, 'base64url'))
    },
  }
}

/**
 * The hash under which a token of 256 random bits is stored. Such a token cannot be guessed, so no key and no slow hash is
 * needed; the purpose is hashed along, so that a token of one kind is unknown as another (REC-17).
 */
export function tokenHash(purpose: string, token: string): Buffer {
  return createHash('sha256').update(`${purpose}\0${token}`).digest()
}
