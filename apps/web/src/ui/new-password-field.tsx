import { useState } from 'react'
import { useTranslations } from 'use-intl'
import type { FieldProps } from './field.ts'
import { PasswordField } from './password-field.tsx'
import { PasswordMeter } from './password-meter.tsx'
import { type PasswordOwner, usePasswordStrength } from './use-password-strength.ts'

type NewPasswordFieldProps = Pick<FieldProps, 'name' | 'label' | 'error'> & {
  /** Whose password it will be, in as far as the page knows; the server knows all. */
  owner: PasswordOwner
  /** How many characters it must have at least. */
  min: number
}

/** A new password, with its strength and the reasons shown while it is typed. */
export function NewPasswordField({ owner, min, ...field }: NewPasswordFieldProps) {
  const t = useTranslations('newPassword')
  const [typed, setTyped] = useState('')
  const strength = usePasswordStrength(typed, owner, min)
  return (
    <div>
      <PasswordField
        {...field}
        hint={t('hint', { min: String(min) })}
        autoComplete="new-password"
        onInput={(event) => setTyped(event.currentTarget.value)}
      />
      <PasswordMeter strength={strength} min={min} quiet={field.error ? 'said-at-field' : null} />
    </div>
  )
}
