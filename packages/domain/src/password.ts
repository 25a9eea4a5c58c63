/** NIST 800-63B-4 §3.1.1.2 asks for eight where a second factor is always there, as it is here. */
export const PASSWORD_MIN = 8

/** Bounds the work before hashing (AUT-10); a passphrase of forty words still fits. */
export const PASSWORD_MAX = 256

/** Why a new password is refused. */
export const PASSWORD_PROBLEMS = ['too_short', 'too_long', 'contains_own_name', 'common', 'guessable'] as const

export type PasswordProblem = (typeof PASSWORD_PROBLEMS)[number]

/** The form that is measured and hashed: NFC, since keyboards write é in two ways. Spaces stay: they may be meant. */
export function canonicalPassword(input: string): string {
  return input.normalize('NFC')
}

/**
 * Whether a new password is too short or too long, counted in code points after NFC. The rest of what can be wrong with it
 * is `passwordStrength`, which carries dictionaries: `@keyholder/domain/password-strength`.
 */
export function passwordLengthProblem(password: string, min: number): 'too_short' | 'too_long' | null {
  const length = [...canonicalPassword(password)].length
  if (length < min) return 'too_short'
  return length > PASSWORD_MAX ? 'too_long' : null
}
