import { encodeBase32, inGroups, READABLE_ALPHABET } from './base32.ts'
import { checkedLetters, checkLetterOf } from './check-letter.ts'

/** How long the code lives that somebody reads to their package holder. */
export const SUPPORT_CODE_LIFETIME_SECONDS = 7 * 86_400

/** Seven random letters, 35 bits. It opens nothing and is looked up within one organisation, a bounded number of times. */
const RANDOM_BYTES = 5
const RANDOM_LETTERS = 7
const LENGTH = RANDOM_LETTERS + 1

/**
 * A new support code in its stored form: seven random letters and one check letter. `randomBytes` must be a CSPRNG. It says
 * why somebody does not get in to whoever looks it up, and gives nobody anything else.
 */
export function newSupportCode(randomBytes: (size: number) => Uint8Array): string {
  const letters = encodeBase32(randomBytes(RANDOM_BYTES), READABLE_ALPHABET).slice(0, RANDOM_LETTERS)
  return letters + checkLetterOf(letters)
}

/** The code as somebody reads it out: XXXX-XXXX. */
export function formatSupportCode(code: string): string {
  return inGroups(code, 4, '-')
}

/**
 * Reads what was typed after a phone call; case, spaces and hyphens do not matter. Gives the stored form, or null when it
 * cannot be a code of ours: another length, a letter that we never use, or a check letter that does not fit.
 */
export function readSupportCode(input: string): string | null {
  return checkedLetters(input, LENGTH)
}
