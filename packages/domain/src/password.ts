import { COMMON_PASSWORDS, COMMON_WORDS, KEYBOARD_ROWS } from './common-passwords.ts'

/** NIST 800-63B-4 §3.1.1.2 asks for eight where a second factor is always there, as it is here. */
export const PASSWORD_MIN = 8

/** Bounds the work before hashing (AUT-10); a passphrase of forty words still fits. */
export const PASSWORD_MAX = 256

export type PasswordProblem = 'too_short' | 'too_long' | 'contains_own_name' | 'common'

type Owner = { email: string; name: string; tenantName: string }

/** The form that is measured and hashed: NFC, since keyboards write é in two ways. Spaces stay: they may be meant. */
export function canonicalPassword(input: string): string {
  return input.normalize('NFC')
}

/**
 * Why this password cannot be chosen, or null. Counted in code points after NFC.
 * There is no rule of composition: any characters do, and a long passphrase is never refused for what it lacks (AUT-11).
 */
export function passwordProblem(password: string, owner: Owner): PasswordProblem | null {
  const canonical = canonicalPassword(password)
  const length = [...canonical].length
  if (length < PASSWORD_MIN) return 'too_short'
  if (length > PASSWORD_MAX) return 'too_long'
  if (isMostlyOwnName(canonical, owner)) return 'contains_own_name'
  return isCommon(canonical) ? 'common' : null
}

/** What is left beside one's own name must be longer than a year for the whole to be a password of its own. */
const REST_MIN = 5

/** Shorter pieces of a name ("de", "van") are in every sentence. */
const NAME_PIECE_MIN = 3

function isMostlyOwnName(password: string, { email, name, tenantName }: Owner): boolean {
  const pieces = [email, name, tenantName].flatMap((text) => [
    text,
    ...text.split('@'),
    ...text.split(/[^\p{L}\p{N}]+/u),
  ])
  const words = [...new Set(pieces.map(lettersOf))].filter((word) => word.length >= NAME_PIECE_MIN)
  const whole = lettersOf(password)
  const rest = words.toSorted((a, b) => b.length - a.length).reduce((left, word) => left.replaceAll(word, ''), whole)
  return rest.length < whole.length && rest.length < REST_MIN
}

function isCommon(password: string): boolean {
  const plain = password.toLowerCase()
  if (isRepetition(plain) || isRun(plain)) return true
  const word = CORE_AND_PADDING.exec(plain)?.[1] ?? plain
  return [plain, word].some((text) => isListed(text) || isListed(withoutDisguise(text)))
}

/** "welkom2026!", "!zomer26", "qwerty123456": a word, with at most a year and some signs on either side. */
const CORE_AND_PADDING = /^\P{L}{0,6}(\p{L}.*\p{L})\P{L}{0,6}$/u

function isListed(text: string): boolean {
  return COMMON_PASSWORDS.has(text) || COMMON_WORDS.has(text)
}

/** "aaaaaaaa", "abcabcabc", "20262026": a piece of at most four characters, over and over. */
function isRepetition(text: string): boolean {
  return [1, 2, 3, 4].some((size) => text === text.slice(0, size).repeat(text.length).slice(0, text.length))
}

/** "12345678", "qwertyui", "poiuytrewq": along the alphabet, the digits or a row of the keyboard, either way. */
function isRun(text: string): boolean {
  const backwards = [...text].toReversed().join('')
  return KEYBOARD_ROWS.some((row) => row.includes(text) || row.includes(backwards))
}

/** Letters and digits only, without case and accents: "Jan-Willem de Böer" and "janwillemdeboer" are one word. */
function lettersOf(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '')
}

const DISGUISES: Readonly<Record<string, string>> = {
  '@': 'a',
  '4': 'a',
  '3': 'e',
  '1': 'i',
  '!': 'i',
  '0': 'o',
  $: 's',
  '5': 's',
  '7': 't',
}

/** "P@ssw0rd" is "password" to everybody who guesses. */
function withoutDisguise(text: string): string {
  return text.replaceAll(/[@431!0$57]/g, (sign) => DISGUISES[sign] ?? sign)
}
