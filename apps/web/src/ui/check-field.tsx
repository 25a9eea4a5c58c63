import type { ComponentProps } from 'react'
import classes from './choice.module.css'
import type { FieldProps } from './field.ts'

type CheckFieldProps = Omit<FieldProps, 'optional'> & Omit<ComponentProps<'input'>, keyof FieldProps | 'id' | 'type'>

/** One tick. Takes what `form.getInputProps(name, { type: 'checkbox' })` gives. */
export function CheckField({ name, label, hint, error, ...rest }: CheckFieldProps) {
  const described = [hint && `${name}-hint`, error && `${name}-error`].filter(Boolean).join(' ')
  return (
    <div>
      {error && (
        <p className={classes.error} id={`${name}-error`}>
          {error}
        </p>
      )}
      <label className={classes.option}>
        <input
          {...rest}
          type="checkbox"
          id={name}
          name={name}
          aria-invalid={error ? true : undefined}
          aria-describedby={described || undefined}
        />
        <span>
          {label}
          {hint && (
            <span className={classes.hint} id={`${name}-hint`}>
              {hint}
            </span>
          )}
        </span>
      </label>
    </div>
  )
}
