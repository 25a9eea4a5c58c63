import { encodeBase32, inGroups, READABLE_ALPHABET } from './base32.ts'
import { checkedLetters, checkLetterOf } from './check-letter.ts'

/** 120 bits: more than the 112 that let a code do without a slow hash (NIST 800-63B-3 §5.1.2.2). */
const RANDOM_BYTES = 15
const LENGTH = 25
const GROUP = 5

/**
 * A new recovery code in its stored form: 24 random letters and one check letter, without separators.
 * `randomBytes` must be a CSPRNG. Keep a keyed hash of it only; show it by `formatRecoveryCode`.
 */
export function newRecoveryCode(randomBytes: (size: number) => Uint8Array): string {
  const letters = encodeBase32(randomBytes(RANDOM_BYTES), READABLE_ALPHABET)
  return letters + checkLetterOf(letters)
}

/** The code as it is shown: five groups of five with hyphens. */
export function formatRecoveryCode(code: string): string {
  return inGroups(code, GROUP, '-')
}

/**
 * Reads a typed code; case, spaces and hyphens do not matter. Gives the stored form, or `typingError` when the
 * check letter says that it cannot be any code of ours: any one wrong letter, any two swapped, too long or too short.
 * That costs no try. A code that reads well may still be a wrong one.
 */
export function readRecoveryCode(input: string): { code: string } | { typingError: true } {
  const code = checkedLetters(input, LENGTH)
  return code === null ? { typingError: true } : { code }
}
