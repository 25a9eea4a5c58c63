import { randomBytes } from 'node:crypto'
import { availableParallelism } from 'node:os'
import { canonicalPassword, PASSWORD_MAX } from '@keyholder/domain'
import argon2 from 'argon2'
import { createGate } from './gate.ts'
import { createDerivedKeys, type KeyRing } from './key-ring.ts'

export type PasswordHasher = {
  /** @throws HashQueueFull when too many wait; RangeError for more than 256 characters, which its caller has refused */
  hash(password: string): Promise<string>
  /**
   * Whether a stored hash is of this password, and whether it should be made anew (other parameters, older pepper).
   * Null is an account that is not there: it takes the same time and is never ok.
   * @throws HashQueueFull when too many wait; StoredHashRefused when the stored hash is not of our making
   */
  verify(stored: string | null, password: string): Promise<{ ok: boolean; needsRehash: boolean }>
  /** How many hashes are being made or waiting. */
  depth(): number
  /** True when the next one would be refused: asked before a request is read at all. */
  isFull(): boolean
}

/** Too many passwords are waiting for a processor: come back later. */
export class HashQueueFull extends Error {
  override readonly name = 'HashQueueFull'
  readonly retryAfterSeconds = 2
}

/** A stored hash that we would not have written: changed, or of a pepper that is no longer on the ring (AUT-14). */
export class StoredHashRefused extends Error {
  override readonly name = 'StoredHashRefused'
}

// OWASP Password Storage: argon2id with at least 19 MiB, two passes, one lane (AUT-13).
const PARAMETERS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const
const SALT_BYTES = 16
const HASH_BYTES = 32

/** What a stored hash may ask for at most: some times today's, so that parameters can rise and come back. */
const BOUNDS = { memoryCost: 131_072, timeCost: 10, parallelism: 4 } as const

type Options = { pepper: KeyRing; concurrency?: number; queueLimit?: number }

/**
 * argon2id behind a gate: as many at once as there are cores, a short queue, then refusal. Each hash takes 19 MiB and a
 * core, so without a gate a flood of sign-ins takes the whole service (RTL-13). The pepper is argon2's own secret input;
 * the id of its key stands before the hash: `k1$argon2id$v=19$…`.
 */
export function createPasswordHasher({
  pepper,
  concurrency = availableParallelism(),
  queueLimit = 64,
}: Options): PasswordHasher {
  const secretOf = createDerivedKeys('password')
  const gate = createGate({
    concurrency,
    queueLimit,
    refusal: () => new HashQueueFull('Too many passwords are being hashed.'),
  })
  // Of no password: salt and hash are random. Verifying against it is the same work as against a real one (AUT-01).
  const nobody = encode(pepper.current.id, randomBytes(SALT_BYTES), randomBytes(HASH_BYTES))

  return {
    async hash(password) {
      if (isTooLong(password)) throw new RangeError('The password is too long to be hashed.')
      const made = await gate.run(() =>
        argon2.hash(canonicalPassword(password), {
          ...PARAMETERS,
          type: argon2.argon2id,
          secret: secretOf(pepper.current, 'pepper'),
        }),
      )
      return pepper.current.id + made
    },

    async verify(stored, password) {
      if (isTooLong(password)) return { ok: false, needsRehash: false }
      const { keyId, phc, isCurrent } = read(stored ?? nobody)
      const key = pepper.find(keyId)
      if (!key) throw new StoredHashRefused(`The pepper ${keyId} is not on the ring.`)
      const matches = await gate.run(() =>
        argon2.verify(phc, canonicalPassword(password), { secret: secretOf(key, 'pepper') }),
      )
      const ok = stored !== null && matches
      return { ok, needsRehash: ok && !(isCurrent && keyId === pepper.current.id) }
    },

    depth: gate.depth,
    isFull: gate.isFull,
  }
}

/** Longer than any password can be: nothing of it is hashed (AUT-10). */
function isTooLong(password: string): boolean {
  return password.length > PASSWORD_MAX * 4 || [...canonicalPassword(password)].length > PASSWORD_MAX
}

function encode(keyId: string, salt: Buffer, hash: Buffer): string {
  const base64 = (bytes: Buffer) => bytes.toString('base64').replaceAll('=', '')
  const { memoryCost, timeCost, parallelism } = PARAMETERS
  return `${keyId}$argon2id$v=19$m=${memoryCost},p=${parallelism},t=${timeCost}$${base64(salt)}$${base64(hash)}`
}

/** Key id, and the hash as argon2 writes it; some libraries write t before p. */
const STORED =
  /^([a-z][a-z0-9]{0,15})(\$argon2id\$v=19\$(m=\d{1,7},p=\d{1,2},t=\d{1,2}|m=\d{1,7},t=\d{1,2},p=\d{1,2})\$[A-Za-z0-9+/]{22}\$[A-Za-z0-9+/]{43})$/

function read(stored: string): { keyId: string; phc: string; isCurrent: boolean } {
  const [, keyId = '', phc = '', parameters = ''] = STORED.exec(stored) ?? []
  const numberAt = (letter: string) => Number(new RegExp(`${letter}=(\\d+)`).exec(parameters)?.[1] ?? 0)
  const [memoryCost, timeCost, parallelism] = [numberAt('m'), numberAt('t'), numberAt('p')]
  const within =
    isBetween(parallelism, 1, BOUNDS.parallelism) &&
    isBetween(timeCost, 1, BOUNDS.timeCost) &&
    // RFC 9106 §3.1: eight blocks per lane at least.
    isBetween(memoryCost, 8 * parallelism, BOUNDS.memoryCost)
  if (!within) throw new StoredHashRefused('The stored hash is malformed, or asks for more than we ever write.')
  const isCurrent =
    memoryCost === PARAMETERS.memoryCost && timeCost === PARAMETERS.timeCost && parallelism === PARAMETERS.parallelism
  return { keyId, phc, isCurrent }
}

function isBetween(value: number, least: number, most: number): boolean {
  return value >= least && value <= most
}
