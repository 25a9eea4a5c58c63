import { TextInput, type TextInputProps } from '@mantine/core'
import { type KeyboardEvent, useState } from 'react'
import { useTranslations } from 'use-intl'
import type { FieldProps } from './field.ts'
import classes from './password-field.module.css'

type PasswordFieldProps = Omit<FieldProps, 'optional'> &
  Omit<TextInputProps, keyof FieldProps | 'id' | 'type' | 'description' | 'autoComplete'> & {
    autoComplete: 'current-password' | 'new-password'
  }

/** A password: may be shown, may be pasted, and says so when Caps Lock is on. */
export function PasswordField({ name, label, hint, error, onBlur, ...rest }: PasswordFieldProps) {
  const t = useTranslations('ui')
  const [shown, setShown] = useState(false)
  const [capsLock, setCapsLock] = useState(false)
  const readCapsLock = (event: KeyboardEvent) => setCapsLock(event.getModifierState('CapsLock'))
  return (
    <div>
      <TextInput
        {...rest}
        id={name}
        name={name}
        label={label}
        description={hint}
        error={error}
        type={shown ? 'text' : 'password'}
        autoCapitalize="none"
        autoCorrect="off"
        spellCheck={false}
        onKeyDown={readCapsLock}
        onKeyUp={readCapsLock}
        onBlur={(event) => {
          setCapsLock(false)
          onBlur?.(event)
        }}
        rightSectionWidth="6rem"
        rightSectionPointerEvents="all"
        rightSection={
          <button
            type="button"
            className={classes.toggle}
            aria-label={t(shown ? 'password.hideLabel' : 'password.showLabel')}
            aria-controls={name}
            onClick={() => setShown(!shown)}
          >
            {t(shown ? 'password.hide' : 'password.show')}
          </button>
        }
      />
      <p className={classes.caps} role="status">
        {capsLock && t('capsLock')}
      </p>
    </div>
  )
}
