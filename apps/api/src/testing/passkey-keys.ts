import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto'
import { isoCBOR } from '@simplewebauthn/server/helpers'

/** A key as an authenticator holds it: the public half in COSE (RFC 9053), and what it signs. */
export type PasskeyKey = { cose: Uint8Array; sign(data: Uint8Array): Buffer }

const KINDS = {
  ES256: () => generateKeyPairSync('ec', { namedCurve: 'P-256' }),
  ES384: () => generateKeyPairSync('ec', { namedCurve: 'P-384' }),
  EdDSA: () => generateKeyPairSync('ed25519'),
  RS256: () => generateKeyPairSync('rsa', { modulusLength: 2048 }),
} as const

export type Algorithm = keyof typeof KINDS

/** Makes a key of one of the algorithms that authenticators have. ES384 is one that we do not take. */
export function makePasskeyKey(algorithm: Algorithm = 'ES256'): PasskeyKey {
  const { publicKey, privateKey } = KINDS[algorithm]()
  const digest = { ES256: 'sha256', ES384: 'sha384', EdDSA: null, RS256: 'sha256' }[algorithm]
  return { cose: isoCBOR.encode(coseOf(algorithm, publicKey)), sign: (data) => sign(digest, data, privateKey) }
}

type Entry = readonly [number, number | Uint8Array]

function coseOf(algorithm: Algorithm, key: KeyObject): Map<number, number | Uint8Array> {
  const jwk = key.export({ format: 'jwk' })
  const of = (label: number, value: string | undefined): Entry => [
    label,
    new Uint8Array(Buffer.from(value ?? '', 'base64url')),
  ]
  const entries: Record<Algorithm, readonly Entry[]> = {
    ES256: [[1, 2], [3, -7], [-1, 1], of(-2, jwk.x), of(-3, jwk.y)],
    ES384: [[1, 2], [3, -35], [-1, 2], of(-2, jwk.x), of(-3, jwk.y)],
    EdDSA: [[1, 1], [3, -8], [-1, 6], of(-2, jwk.x)],
    RS256: [[1, 3], [3, -257], of(-1, jwk.n), of(-2, jwk.e)],
  }
  return new Map(entries[algorithm])
}
