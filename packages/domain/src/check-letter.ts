import { READABLE_ALPHABET } from './base32.ts'

/**
 * The letter that goes behind a code which people type, so that a typing error is told from a wrong code: the sum over GF(32)
 * of every letter times its own power of a generator (Horner's rule; the check letter itself has power 0). All powers differ
 * for codes of up to 31 letters, so one changed letter always changes the sum, and so does any swap.
 * Takes letters of the readable alphabet only.
 */
export function checkLetterOf(letters: string): string {
  let sum = 0
  for (const letter of letters) sum = timesGenerator(sum ^ READABLE_ALPHABET.indexOf(letter))
  return READABLE_ALPHABET.charAt(sum)
}

/** The letters of a typed code, in any case, with or without spaces and hyphens; null when the length differs. */
export function readableLetters(input: string, length: number): string | null {
  const letters = input.replaceAll(/[ -]/g, '').toUpperCase()
  const wellFormed = letters.length === length && [...letters].every((letter) => READABLE_ALPHABET.includes(letter))
  return wellFormed ? letters : null
}

/** As `readableLetters`, for a code that ends with its check letter; null too when that does not fit. */
export function checkedLetters(input: string, length: number): string | null {
  const letters = readableLetters(input, length)
  return letters?.endsWith(checkLetterOf(letters.slice(0, -1))) ? letters : null
}

/** Times x modulo x⁵ + x² + 1, which is primitive: the powers of x run through all 31 non-zero values. */
function timesGenerator(value: number): number {
  const doubled = value << 1
  return doubled & 0b100000 ? doubled ^ 0b100101 : doubled
}
