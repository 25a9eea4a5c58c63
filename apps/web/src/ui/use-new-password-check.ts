import { passwordLengthProblem } from '@keyholder/domain'
import { useTranslations } from 'use-intl'
import { usePasswordProblem } from './use-password-problem.ts'

/** What is wrong with a chosen password as far as the page can tell, in words: its length. The server decides. */
export function useNewPasswordCheck(min: number): (password: string) => string | null {
  const t = useTranslations('newPassword')
  const problemText = usePasswordProblem()
  return (password) => {
    if (password === '') return t('missing')
    const reason = passwordLengthProblem(password, min)
    return reason && problemText(reason, min)
  }
}
