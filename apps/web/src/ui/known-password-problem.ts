import { PASSWORD_PROBLEMS, type PasswordProblem } from '@keyholder/domain'

/** The reason in a `password.weak`, or `other` for one that this version of the pages does not know. */
export function knownPasswordProblem(reason: string | null): PasswordProblem | 'other' {
  return PASSWORD_PROBLEMS.find((known) => known === reason) ?? 'other'
}
