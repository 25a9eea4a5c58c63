import { encodeBase32, inGroups, READABLE_ALPHABET } from './base32.ts'
import { checkedLetters, checkLetterOf } from './check-letter.ts'

/** Lifetime of the code that a person reads to their package holder. */
export const SUPPORT_CODE_LIFETIME_SECONDS = 7 * 86_400

/** Seven random letters, 35 bits. It opens nothing and is looked up within one organisation, a bounded number of times. */
const RANDOM_BYTES = 5
const RANDOM_LETTERS = 7
const LENGTH = RANDOM_LETTERS + 1

/**
 * A new support code in its stored form: seven random letters and one check letter. `randomBytes` must be a CSPRNG. It says
 * why a person cannot sign in to the colleague who looks it up, and grants nothing.
 */
export function newSupportCode(randomBytes: (size: number) => Uint8Array): string {
  const letters = encodeBase32(randomBytes(RANDOM_BYTES), READABLE_ALPHABET).slice(0, RANDOM_LETTERS)
  return letters + checkLetterOf(letters)
}

/** The code as it is read out: XXXX-XXXX. */
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
