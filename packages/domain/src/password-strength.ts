import { canonicalPassword, type PasswordProblem, passwordLengthProblem } from './password.ts'
import { countGuesses, isListed, PASSWORD_HINTS, type PasswordHint } from './password-guesses.ts'
import { isMostlyOwnName, ownWords, type PasswordOwner } from './password-own-name.ts'

export type { PasswordOwner }

/** From 0, guessed at once, to 4, not guessed with any means. */
type PasswordScore = 0 | 1 | 2 | 3 | 4

export type PasswordStrength = {
  /** 3 and 4 are for what can be chosen. */
  score: PasswordScore
  problem: PasswordProblem | null
  /** What in it makes it easier to guess, the worst first. */
  hints: readonly PasswordHint[]
}

/**
 * How strong a new password is, and why it cannot be chosen or null. The same on both sides: the pages show it while one
 * types, the server decides by it. There is no rule of composition: any characters do, and a long passphrase is never
 * refused for what it lacks (AUT-11). Takes 15 ms at most (AUT-10). Loading this module loads the dictionaries: 10 MB.
 */
export function passwordStrength(password: string, owner: PasswordOwner, { min }: { min: number }): PasswordStrength {
  const canonical = canonicalPassword(password)
  const lengthProblem = passwordLengthProblem(canonical, min)
  if (lengthProblem === 'too_long') return { score: 0, problem: lengthProblem, hints: [] }
  const { problem, score, hints } = judge(canonical, owner)
  const why = lengthProblem ?? problem
  return { score: why ? atMost(2, score) : score, problem: why, hints }
}

function judge(password: string, owner: PasswordOwner): PasswordStrength {
  if (isMostlyOwnName(password, owner)) return { score: 0, problem: 'contains_own_name', hints: ['own_name'] }
  if (isListed(password)) return { score: 0, problem: 'common', hints: ['listed'] }
  const { log10, hints, isDisguisedListed } = countGuesses(password, ownWords(owner))
  const worstFirst = PASSWORD_HINTS.filter((hint) => hints.includes(hint))
  const score = scoreOf(log10)
  if (isDisguisedListed) return { score: atMost(1, score), problem: 'common', hints: worstFirst }
  return { score, problem: score < 3 ? 'guessable' : null, hints: worstFirst }
}

/** Powers of ten of zxcvbn's own steps (Wheeler 2016, §5). Eight characters in which it knows nothing just make the third. */
function scoreOf(log10: number): PasswordScore {
  if (log10 >= 10) return 4
  if (log10 >= 8) return 3
  if (log10 >= 6) return 2
  return log10 >= 3 ? 1 : 0
}

function atMost(limit: 1 | 2, score: PasswordScore): PasswordScore {
  return score > limit ? limit : score
}
