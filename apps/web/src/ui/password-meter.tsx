import { useTranslations } from 'use-intl'
import classes from './password-meter.module.css'
import { usePasswordProblem } from './use-password-problem.ts'
import type { PasswordStrength } from './use-password-strength.ts'

type PasswordMeterProps = {
  strength: PasswordStrength | null
  min: number
  /** The field says already what is wrong. */
  quiet: 'said-at-field' | null
}

/** How strong a password is: a bar to see, and the same in words, which are read out when they change. */
export function PasswordMeter({ strength, min, quiet }: PasswordMeterProps) {
  const words = useWords(strength, min)
  return (
    <div className={classes.meter}>
      {strength && (
        <progress
          className={classes.bar}
          aria-hidden="true"
          max={5}
          value={strength.score + 1}
          data-tone={tone(strength)}
        />
      )}
      <p className={classes.words} role="status">
        {quiet === null && words}
      </p>
    </div>
  )
}

function tone({ score, problem }: PasswordStrength): 'weak' | 'good' | 'strong' {
  if (problem) return 'weak'
  return score === 4 ? 'strong' : 'good'
}

/** People do not read more than two reasons. */
const REASONS_SHOWN = 2

function useWords(strength: PasswordStrength | null, min: number): string {
  const t = useTranslations('newPassword')
  const problemText = usePasswordProblem()
  if (!strength) return ''
  const verdict = t(`strength.${tone(strength)}`)
  if (!strength.problem) return verdict
  const reasons = strength.problem === 'guessable' ? strength.hints.slice(0, REASONS_SHOWN) : []
  return [verdict, ...reasons.map((hint) => t(`why.${hint}`)), problemText(strength.problem, min)].join(' ')
}
