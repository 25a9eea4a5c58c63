import { tokenHash } from '../../platform/keyed-hash.ts'
import type { Random } from '../../platform/random.ts'

/** The form of our client ids. The prefix keeps them apart from ids of persons, and they cannot be chosen (TOK-09). */
export const CLIENT_ID = /^cli_[A-Za-z0-9_-]{22}$/

const CLIENT_ID_BYTES = 16
const LAST_SHOWN = 4

/**
 * Makes what a program signs in with. The secret has 256 random bits and exists here only: what is kept is its hash and the
 * characters by which people tell one from another (TOK-05). Its prefix lets scanners of leaked code find it.
 */
export function makeClientCredential(random: Random) {
  const clientSecret = `khs_${random.token()}`
  return {
    clientId: `cli_${random.bytes(CLIENT_ID_BYTES).toString('base64url')}`,
    clientSecret,
    secretHash: clientSecretHash(clientSecret),
    lastFour: clientSecret.slice(-LAST_SHOWN),
  }
}

/** What is kept of a secret, and what a shown one is compared by. */
export function clientSecretHash(clientSecret: string): Buffer {
  return tokenHash('client-secret', clientSecret)
}
