import { hkdfSync } from 'node:crypto'

export type Key = { id: string; bytes: Buffer }

/** Keys of 256 bits by their id. The current one writes; the others are there to read what was written before. */
export type KeyRing = { current: Key; find(id: string): Key | null }

const KEY_BYTES = 32
const KEY_ID = /^[a-z][a-z0-9]{0,15}$/

/**
 * Reads a ring as it stands in the environment: `k2:<base64 of 32 bytes>,k1:<base64 of 32 bytes>`, the current key first.
 * @throws Error with a sentence that says which key is wrong and never what it is
 */
export function parseKeyRing(text: string): KeyRing {
  const keys = text.split(',').map((part, index) => parseKey(part.trim(), index + 1))
  const twice = keys.find(({ id }, index) => keys.findIndex((key) => key.id === id) !== index)
  if (twice) throw new Error(`The key id ${twice.id} stands there twice.`)
  const [current] = keys
  if (!current) throw new Error('There is no key.')
  return { current, find: (id) => keys.find((key) => key.id === id) ?? null }
}

function parseKey(text: string, place: number): Key {
  const colon = text.indexOf(':')
  if (colon < 0) throw new Error(`Key ${place} has no id: write it as k${place}:<32 bytes in base64>.`)
  const id = text.slice(0, colon)
  if (!KEY_ID.test(id)) {
    throw new Error(`The id of key ${place} must be 1 to 16 lower-case letters and digits and begin with a letter.`)
  }
  const encoded = text.slice(colon + 1)
  const bytes = Buffer.from(encoded, 'base64')
  if (bytes.toString('base64') !== encoded) throw new Error(`Key ${id} is not plain base64.`)
  if (bytes.length !== KEY_BYTES) throw new Error(`Key ${id} has ${bytes.length} bytes and must have ${KEY_BYTES}.`)
  return { id, bytes }
}

/**
 * Derives a key of 256 bits for one purpose (RFC 5869), once: what is sealed or hashed for one purpose says nothing of
 * another, and one key in the environment serves them all.
 */
export function createDerivedKeys(use: string): (key: Key, purpose: string) => Buffer {
  const derived = new Map<string, Buffer>()
  return (key, purpose) => {
    const name = `keyholder ${use} ${key.id} ${purpose}`
    const bytes = derived.get(name) ?? Buffer.from(hkdfSync('sha256', key.bytes, '', name, KEY_BYTES))
    derived.set(name, bytes)
    return bytes
  }
}

/** A ring of keys derived for one use, under the same ids: for a library that takes a key and not a purpose. */
export function deriveRing(ring: KeyRing, purpose: string): KeyRing {
  const keyFor = createDerivedKeys('ring')
  const derive = (key: Key): Key => ({ id: key.id, bytes: keyFor(key, purpose) })
  return {
    current: derive(ring.current),
    find: (id) => {
      const key = ring.find(id)
      return key && derive(key)
    },
  }
}
