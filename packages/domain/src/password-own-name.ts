/** Of whom a password is, in as far as a guesser knows. What is not known is empty. */
export type PasswordOwner = { email: string; name: string; tenantName: string }

/** What is left beside one's own name must be longer than a year for the whole to be a password of its own. */
const REST_MIN = 5

/** Shorter pieces of a name ("de", "van") are in every sentence. */
const NAME_PIECE_MIN = 3

/** True for a password that is hardly more than the name, address or organisation of its owner (AUT-11). */
export function isMostlyOwnName(password: string, owner: PasswordOwner): boolean {
  const words = ownWords(owner).toSorted((a, b) => b.length - a.length)
  const whole = lettersOf(password)
  const rest = words.reduce((left, word) => left.replaceAll(word, ''), whole)
  return rest.length < whole.length && rest.length < REST_MIN
}

/** The names of the owner whole and in pieces, each of letters and digits only. */
export function ownWords({ email, name, tenantName }: PasswordOwner): string[] {
  const pieces = [email, name, tenantName].flatMap((text) => [
    text,
    ...text.split('@'),
    ...text.split(/[^\p{L}\p{N}]+/u),
  ])
  return [...new Set(pieces.map(lettersOf))].filter((word) => word.length >= NAME_PIECE_MIN)
}

/** Letters and digits only, without case and accents: "Jan-Willem de Böer" and "janwillemdeboer" are one word. */
function lettersOf(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '')
}
