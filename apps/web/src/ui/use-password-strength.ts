import { passwordLengthProblem } from '@keyholder/domain'
import type { PasswordOwner, PasswordStrength } from '@keyholder/domain/password-strength'
import { useDebouncedValue } from '@mantine/hooks'
import { useEffect, useState } from 'react'

export type { PasswordOwner, PasswordStrength }

type Judge = typeof import('@keyholder/domain/password-strength')['passwordStrength']

/** Long enough to type on, so that a screen reader is not told of every letter. */
const PAUSE_MILLISECONDS = 400

/**
 * How strong a password is that is being typed, after a short pause; null before there is anything to say. The dictionaries
 * are some 400 KB and come when the first letter is typed. Without them only the length is judged here: the server decides.
 */
export function usePasswordStrength(typed: string, owner: PasswordOwner, min: number): PasswordStrength | null {
  const [password] = useDebouncedValue(typed, PAUSE_MILLISECONDS)
  const judge = useJudge(typed !== '')
  if (password === '' || typed === '') return null
  if (judge) return judge(password, owner, { min })
  const problem = passwordLengthProblem(password, min)
  return problem && { score: 0, problem, hints: [] }
}

function useJudge(isNeeded: boolean): Judge | null {
  const [judge, setJudge] = useState<Judge | null>(null)
  useEffect(() => {
    if (!isNeeded) return
    import('@keyholder/domain/password-strength').then(
      ({ passwordStrength }) => setJudge(() => passwordStrength),
      () => null, // no connection, or a new version: the next first letter tries again
    )
  }, [isNeeded])
  return judge
}
