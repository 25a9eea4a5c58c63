import type { PasswordProblem } from '@keyholder/domain'

/** Every reason for which a new password is refused; the compiler sees to it that none is left out. */
const REASONS: Record<PasswordProblem, true> = {
  too_short: true,
  too_long: true,
  contains_own_name: true,
  common: true,
}

/** The reason in a `password.weak`, or `other` for one that this version of the pages does not know. */
export function weakness(reason: string | null): PasswordProblem | 'other' {
  return isReason(reason) ? reason : 'other'
}

function isReason(reason: string | null): reason is PasswordProblem {
  return reason !== null && Object.hasOwn(REASONS, reason)
}
