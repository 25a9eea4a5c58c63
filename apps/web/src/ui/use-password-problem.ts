import { PASSWORD_MAX } from '@keyholder/domain'
import { useTranslations } from 'use-intl'
import { knownPasswordProblem } from './known-password-problem.ts'

/** Why a password is refused, in words: the reason of a `password.weak`, or that of the meter. */
export function usePasswordProblem(): (reason: string | null, min: number) => string {
  const t = useTranslations('newPassword.problem')
  return (reason, min) => t(knownPasswordProblem(reason), { min: String(min), max: String(PASSWORD_MAX) })
}
