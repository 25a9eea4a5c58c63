import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { createDerivedKeys, type KeyRing } from './key-ring.ts'

export type SecretBox = {
  /**
   * Seals a text for one purpose. `context` says what it belongs to (tenant, user, row): the sealed text opens nowhere
   * else, so that write access to the database cannot move a secret to another account.
   */
  seal(purpose: string, plain: string, context: readonly string[]): string
  /** @throws CannotOpen when purpose, context or key are others, or anything was changed */
  open(purpose: string, sealed: string, context: readonly string[]): string
}

export class CannotOpen extends Error {
  override readonly name = 'CannotOpen'
}

const VERSION = 'v1'
const CIPHER = 'aes-256-gcm'
const NONCE_BYTES = 12
const TAG_BYTES = 16
const SEALED = /^v1\.([a-z][a-z0-9]{0,15})\.([A-Za-z0-9_-]+)$/

/** AES-256-GCM with a key per purpose. Form: `v1.<key id>.<base64url of nonce, cipher text and tag>`. */
export function createSecretBox(ring: KeyRing): SecretBox {
  const keyFor = createDerivedKeys('secret-box')

  return {
    seal(purpose, plain, context) {
      const { current } = ring
      // NIST SP 800-38D §8.3: a random nonce of 96 bits is good for 2³² messages per key; no purpose comes near.
      const nonce = randomBytes(NONCE_BYTES)
      const cipher = createCipheriv(CIPHER, keyFor(current, purpose), nonce, { authTagLength: TAG_BYTES })
      cipher.setAAD(additionalData(current.id, purpose, context))
      const parts = [nonce, cipher.update(plain, 'utf8'), cipher.final(), cipher.getAuthTag()]
      return `${VERSION}.${current.id}.${Buffer.concat(parts).toString('base64url')}`
    },

    open(purpose, sealed, context) {
      const [, keyId = '', encoded = ''] = SEALED.exec(sealed) ?? []
      const bytes = Buffer.from(encoded, 'base64url')
      if (bytes.length < NONCE_BYTES + TAG_BYTES) throw new CannotOpen('The sealed text is not in our form.')
      const key = ring.find(keyId)
      if (!key) throw new CannotOpen(`The key ${keyId} is not on the ring.`)

      const decipher = createDecipheriv(CIPHER, keyFor(key, purpose), bytes.subarray(0, NONCE_BYTES), {
        authTagLength: TAG_BYTES,
      })
      decipher.setAAD(additionalData(keyId, purpose, context))
      decipher.setAuthTag(bytes.subarray(-TAG_BYTES))
      try {
        return decipher.update(bytes.subarray(NONCE_BYTES, -TAG_BYTES), undefined, 'utf8') + decipher.final('utf8')
      } catch (cause) {
        throw new CannotOpen('The sealed text was made for something else, or was changed.', { cause })
      }
    },
  }
}

/** JSON keeps the parts apart: ['a', 'bc'] is not ['ab', 'c']. */
function additionalData(keyId: string, purpose: string, context: readonly string[]): Buffer {
  return Buffer.from(JSON.stringify([VERSION, keyId, purpose, ...context]))
}
