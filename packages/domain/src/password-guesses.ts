import { type MatchExtended, ZxcvbnFactory } from '@zxcvbn-ts/core'
import { adjacencyGraphs, dictionary as common } from '@zxcvbn-ts/language-common'
import { dictionary as dutch } from '@zxcvbn-ts/language-nl-be'
import { COMMON_PASSWORDS, COMMON_WORDS } from './common-passwords.ts'

/** What in a password makes it easier to guess, for the person who thinks of it. */
export const PASSWORD_HINTS = ['own_name', 'listed', 'name', 'word', 'date', 'repeat', 'sequence', 'keyboard'] as const

export type PasswordHint = (typeof PASSWORD_HINTS)[number]

/**
 * The work grows with the square of the length and more: 256 characters of digits and signs took 1.8 s. Looked at is so much
 * at a time, with so many readings of "p4ssw0rd": the worst that was found takes 15 ms, and an ordinary one 3 ms (AUT-10).
 */
const PIECE = 32
const DISGUISES = 4

const zxcvbn = new ZxcvbnFactory({
  dictionary: { commonWordsOwn: [...COMMON_WORDS], passwordsOwn: [...COMMON_PASSWORDS], ...common, ...dutch },
  graphs: adjacencyGraphs,
  l33tMaxSubstitutions: DISGUISES,
})

const listed: ReadonlySet<string> = new Set([...COMMON_PASSWORDS, ...common['passwords-common']])

/** True for a password that is on a list of leaked and common ones, in whatever case (AUT-11). */
export function isListed(password: string): boolean {
  return listed.has(password.toLowerCase())
}

export type Guesses = {
  /** The power of ten of the number of guesses that it takes. */
  log10: number
  hints: PasswordHint[]
  /** The whole is one entry of a list of passwords, disguised or backwards: "P@ssw0rd". */
  isDisguisedListed: boolean
}

/**
 * How many guesses a password takes of somebody who knows `ownWords`, the names of its owner. Of one that is too long to be
 * looked at as a whole the better of its ends counts: it takes that much at least.
 */
export function countGuesses(password: string, ownWords: readonly string[]): Guesses {
  const start = guessPiece(password.slice(0, PIECE), ownWords)
  if (password.length <= PIECE || start.log10 >= SAFE) return start
  const end = guessPiece(password.slice(-PIECE), ownWords)
  return end.log10 > start.log10 ? end : start
}

/** Nothing is gained by looking further. */
const SAFE = 10

function guessPiece(piece: string, ownWords: readonly string[]): Guesses {
  const { sequence } = zxcvbn.check(piece, [...ownWords])
  return {
    log10: guessesOf(sequence),
    hints: [...new Set(sequence.flatMap(hintsOf))],
    isDisguisedListed: sequence.length === 1 && sequence.every((match) => hintsOf(match).includes('listed')),
  }
}

/**
 * All parts multiplied, in any order. zxcvbn adds 10,000 for every further part, with which any three parts count as safe:
 * "Amsterdam2026!" would be.
 */
function guessesOf(sequence: readonly MatchExtended[]): number {
  return sequence.reduce((sum, match, index) => sum + Math.log10(match.guesses) + Math.log10(index + 1), 0)
}

/** Shorter parts say nothing to a person: every word has some other one in it. */
const HINT_MIN = 3

function hintsOf({ pattern, token, dictionaryName }: MatchExtended): PasswordHint[] {
  if (token.length < HINT_MIN) return []
  switch (pattern) {
    case 'dictionary':
      return [hintOfDictionary(String(dictionaryName))]
    case 'regex':
    case 'date':
      return ['date']
    case 'repeat':
      return ['repeat']
    case 'sequence':
      return ['sequence']
    case 'spatial':
      return ['keyboard']
    default:
      return []
  }
}

function hintOfDictionary(name: string): PasswordHint {
  if (name === 'userInputs') return 'own_name'
  if (name.startsWith('passwords')) return 'listed'
  return /names$/i.test(name) ? 'name' : 'word'
}
