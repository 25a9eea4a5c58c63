import { randomBytes } from 'node:crypto'
import { availableParallelism } from 'node:os'
import { isDeepStrictEqual } from 'node:util'
import { canonicalPassword, PASSWORD_MAX } from '@keyholder/domain'
import argon2 from 'argon2'
import { createGate } from './gate.ts'
import { createDerivedKeys, type KeyRing } from './key-ring.ts'
import { type HashParameters, readStoredHash, writeStoredHash } from './stored-hash.ts'

export type PasswordHasher = {
  /** @throws HashQueueFull when too many wait; RangeError for more than 256 characters, which its caller has refused */
  hash(password: string): Promise<string>
  /**
   * Whether a stored hash matches this password, and whether it should be rehashed (other parameters, older pepper).
   * Null stands for an account that does not exist; a hash we did not make cannot be read. Both take as long as any other and
   * are never ok.
   * @throws HashQueueFull when too many wait
   */
  verify(stored: string | null, password: string): Promise<Verdict>
  /** How many hashes are being made or waiting. */
  depth(): number
  /** True when the next one would be refused: asked before a request is read at all. */
  isFull(): boolean
  /** How many stored hashes could not be read since the start. Anything but zero needs attention. */
  unreadable(): number
}

type Verdict = {
  ok: boolean
  needsRehash: boolean
  /** The stored hash was changed, or its pepper is no longer on the ring (AUT-14). */
  isUnreadable: boolean
}

/** Too many passwords are waiting for a processor: come back later. */
export class HashQueueFull extends Error {
  override readonly name = 'HashQueueFull'
  readonly retryAfterSeconds = 2
}

// OWASP Password Storage: argon2id with at least 19 MiB, two passes, one lane (AUT-13).
const PARAMETERS: HashParameters = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }
const SALT_BYTES = 16
const HASH_BYTES = 32

type Options = { pepper: KeyRing; concurrency?: number; queueLimit?: number; parameters?: HashParameters }

/**
 * argon2id behind a gate: as many at once as there are cores, a short queue, then refusal. Each hash takes 19 MiB and a
 * core, so without a gate a flood of sign-ins takes the whole service (RTL-13). The pepper is argon2's own secret input;
 * the id of its key stands before the hash: `k1$argon2id$v=19$…`.
 */
export function createPasswordHasher({
  pepper,
  concurrency = availableParallelism(),
  queueLimit = 64,
  parameters = PARAMETERS,
}: Options): PasswordHasher {
  const secretOf = createDerivedKeys('password')
  const gate = createGate({
    concurrency,
    queueLimit,
    refusal: () => new HashQueueFull('Too many passwords are being hashed.'),
  })
  // Of no password: salt and hash are random. Verifying against it is the same work as against a real one (AUT-01).
  const nobody = {
    phc: writeStoredHash('', parameters, randomBytes(SALT_BYTES), randomBytes(HASH_BYTES)),
    key: pepper.current,
    isCurrent: true,
  }
  let unreadable = 0

  const read = (stored: string) => {
    const made = readStoredHash(stored)
    const key = made && pepper.find(made.keyId)
    if (!key) return null
    return {
      phc: made.phc,
      key,
      isCurrent: key.id === pepper.current.id && isDeepStrictEqual(made.parameters, parameters),
    }
  }

  return {
    async hash(password) {
      if (isTooLong(password)) throw new RangeError('The password is too long to be hashed.')
      const made = await gate.run(() =>
        argon2.hash(canonicalPassword(password), {
          ...parameters,
          type: argon2.argon2id,
          secret: secretOf(pepper.current, 'pepper'),
        }),
      )
      return pepper.current.id + made
    },

    async verify(stored, password) {
      if (isTooLong(password)) return { ok: false, needsRehash: false, isUnreadable: false }
      const known = stored === null ? null : read(stored)
      const { phc, key, isCurrent } = known ?? nobody
      const matches = await gate.run(() =>
        argon2.verify(phc, canonicalPassword(password), { secret: secretOf(key, 'pepper') }),
      )
      const isUnreadable = stored !== null && known === null
      if (isUnreadable) unreadable += 1
      const ok = known !== null && matches
      return { ok, needsRehash: ok && !isCurrent, isUnreadable }
    },

    depth: gate.depth,
    isFull: gate.isFull,
    unreadable: () => unreadable,
  }
}

/** Longer than any password can be: nothing of it is hashed (AUT-10). */
function isTooLong(password: string): boolean {
  return password.length > PASSWORD_MAX * 4 || [...canonicalPassword(password)].length > PASSWORD_MAX
}
