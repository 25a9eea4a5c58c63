import { encodeBase32, inGroups, READABLE_ALPHABET } from './base32.ts'
import { readableLetters } from './check-letter.ts'

export const RELINK_CODE_LIFETIME_SECONDS = 24 * 3600

/**
 * 40 bits, eight letters: short enough to say by phone. Five tries within 24 hours, after the right password, leave a
 * guesser one chance in 2 × 10¹¹. All eight letters are random: there is no room for a check letter.
 */
const RANDOM_BYTES = 5
const LENGTH = 8

/** A new re-link code in its stored form: eight letters. `randomBytes` must be a CSPRNG. Keep a keyed hash of it only. */
export function newRelinkCode(randomBytes: (size: number) => Uint8Array): string {
  return encodeBase32(randomBytes(RANDOM_BYTES), READABLE_ALPHABET)
}

/** The code as the person who unlinked reads it out: XXXX-XXXX. */
export function formatRelinkCode(code: string): string {
  return inGroups(code, 4, '-')
}

/**
 * Reads what was typed after a phone call; case, spaces and hyphens do not matter. Gives the stored form, or
 * `typingError` when it has another length or a letter that we never use (0, O, 1, I). That costs no try.
 */
export function readRelinkCode(input: string): { code: string } | { typingError: true } {
  const code = readableLetters(input, LENGTH)
  return code === null ? { typingError: true } : { code }
}
