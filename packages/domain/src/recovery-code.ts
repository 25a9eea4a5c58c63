import { encodeBase32, inGroups, READABLE_ALPHABET } from './base32.ts'

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
  return letters + READABLE_ALPHABET.charAt(weightedSum(letters))
}

/** The code as it is shown: five groups of five with hyphens. */
export function formatRecoveryCode(code: string): string {
  return inGroups(code, GROUP, '-')
}

/**
 * Reads what somebody typed; case, spaces and hyphens do not matter. Gives the stored form, or `typingError` when the
 * check letter says that it cannot be any code of ours: any one wrong letter, any two swapped, too long or too short.
 * That costs no try. A code that reads well may still be a wrong one.
 */
export function readRecoveryCode(input: string): { code: string } | { typingError: true } {
  const code = input.replaceAll(/[ -]/g, '').toUpperCase()
  const wellFormed = code.length === LENGTH && [...code].every((letter) => READABLE_ALPHABET.includes(letter))
  if (!wellFormed) return { typingError: true }
  const expected = weightedSum(code.slice(0, -1))
  return READABLE_ALPHABET.charAt(expected) === code.at(-1) ? { code } : { typingError: true }
}

/**
 * The sum over GF(32) of every letter times its own power of a generator (Horner's rule; the check letter itself has
 * power 0). All powers differ for lengths up to 31, so one changed letter always changes the sum, and so does any swap.
 */
function weightedSum(letters: string): number {
  let sum = 0
  for (const letter of letters) sum = timesGenerator(sum ^ READABLE_ALPHABET.indexOf(letter))
  return sum
}

/** Times x modulo x⁵ + x² + 1, which is primitive: the powers of x run through all 31 non-zero values. */
function timesGenerator(value: number): number {
  const doubled = value << 1
  return doubled & 0b100000 ? doubled ^ 0b100101 : doubled
}
