import { createHash, randomBytes } from 'node:crypto'
import type { NewPasskey, PasskeyChallenge, PasskeyCreation, PasskeyProof } from '@keyholder/contracts'
import { isoCBOR } from '@simplewebauthn/server/helpers'
import type * as z from 'zod/mini'
import { type Algorithm, makePasskeyKey, type PasskeyKey } from './passkey-keys.ts'

/** What an authenticator or a browser could do otherwise than it should. */
export type Quirks = {
  origin?: string
  rpId?: string
  challenge?: string
  type?: string
  crossOrigin?: unknown
  topOrigin?: string
  present?: boolean
  verified?: boolean
  /** The counter that is signed; else one more each time. */
  counter?: number
  userHandle?: string | null
  credentialId?: string
  /** Signs with another key than its own. */
  key?: PasskeyKey
}

type Creation = z.infer<typeof PasskeyCreation>
type Challenge = z.infer<typeof PasskeyChallenge>
type New = z.infer<typeof NewPasskey>
type Proof = z.infer<typeof PasskeyProof>

export type VirtualPasskey = {
  id: string
  created: New
  sign(options: Pick<Challenge, 'challenge' | 'rpId'>, quirks?: Quirks): Proof
}

type Cbor = Parameters<typeof isoCBOR.encode>[0]
type Making = Quirks & {
  algorithm?: Algorithm
  /** The statement of who made the device: none, as we ask, or another format and what it says of the bytes. */
  attestation?: { format: string; statement(sign: PasskeyKey['sign'], data: Buffer): Map<string, Cbor> }
}

/**
 * A passkey in software, and the browser before it (WebAuthn L3 §6): keeps a key, counts, and signs what it is given. `origin`
 * is where its browser is.
 */
export function makePasskey(origin: string, options: Creation, making: Making = {}): VirtualPasskey {
  const key = makePasskeyKey(making.algorithm)
  const id = making.credentialId ?? randomBytes(32).toString('base64url')
  const flags = flagsOf(making) | ATTESTED
  const head = headOf({ rpId: options.rp.id, ...making }, flags, making.counter ?? 0)
  const authData = new Uint8Array(Buffer.concat([head, attested(id, key)]))
  const made = clientData({ type: 'webauthn.create', challenge: options.challenge, origin, ...making })
  const { format, statement } = making.attestation ?? { format: 'none', statement: () => new Map() }
  const attestationObject = isoCBOR.encode(
    new Map<string, Cbor>([
      ['fmt', format],
      ['attStmt', statement(key.sign, Buffer.concat([authData, digestOf(made)]))],
      ['authData', authData],
    ]),
  )
  let counter = making.counter ?? 0
  return {
    id,
    created: {
      ...idsOf(id),
      response: {
        clientDataJSON: made,
        attestationObject: Buffer.from(attestationObject).toString('base64url'),
        transports: ['internal'],
      },
    },
    sign: ({ challenge, rpId }, quirks = {}) => {
      counter = quirks.counter ?? counter + 1
      const clientDataJSON = clientData({ type: 'webauthn.get', challenge, origin, ...quirks })
      const signed = headOf({ rpId, ...quirks }, flagsOf(quirks), counter)
      const { userHandle = options.user.id } = quirks
      return {
        ...idsOf(quirks.credentialId ?? id),
        response: {
          clientDataJSON,
          authenticatorData: signed.toString('base64url'),
          signature: (quirks.key ?? key).sign(Buffer.concat([signed, digestOf(clientDataJSON)])).toString('base64url'),
          ...(userHandle === null ? {} : { userHandle }),
        },
      }
    },
  }
}

const [PRESENT, VERIFIED, ATTESTED] = [1, 4, 64]

function flagsOf({ present = true, verified = true }: Quirks): number {
  return (present ? PRESENT : 0) | (verified ? VERIFIED : 0)
}

const digestOf = (encoded: string) => createHash('sha256').update(Buffer.from(encoded, 'base64url')).digest()

const idsOf = (id: string) => ({ id, rawId: id, type: 'public-key' as const })

function clientData({ type, challenge, origin, crossOrigin = false, topOrigin }: Quirks): string {
  const data = { type, challenge, origin, crossOrigin, ...(topOrigin === undefined ? {} : { topOrigin }) }
  return Buffer.from(JSON.stringify(data)).toString('base64url')
}

/** §6.1: the hash of the relying party's id, the flags and the counter. */
function headOf({ rpId = '' }: Quirks, flags: number, counter: number): Buffer {
  const rest = Buffer.alloc(5)
  rest.writeUInt8(flags, 0)
  rest.writeUInt32BE(counter, 1)
  return Buffer.concat([createHash('sha256').update(rpId).digest(), rest])
}

/** §6.5.1: no model, the id and the public key. */
function attested(id: string, { cose }: PasskeyKey): Buffer {
  const credentialId = Buffer.from(id, 'base64url')
  const length = Buffer.alloc(2)
  length.writeUInt16BE(credentialId.length)
  return Buffer.concat([Buffer.alloc(16), length, credentialId, cose])
}
