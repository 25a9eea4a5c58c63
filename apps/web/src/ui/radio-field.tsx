import type { ReactNode } from 'react'
import classes from './choice.module.css'
import type { FieldProps } from './field.ts'

type RadioFieldProps<Value extends string> = Omit<FieldProps, 'optional'> & {
  options: readonly { value: Value; label: string; hint?: ReactNode }[]
  value: Value | undefined
  onChange: (value: Value) => void
}

/** One of a few, all in sight. The first option carries the field's id, so that the error summary leads there. */
export function RadioField<Value extends string>(props: RadioFieldProps<Value>) {
  const { name, label, hint, error, options, value, onChange } = props
  return (
    <fieldset aria-describedby={error ? `${name}-error` : undefined}>
      <legend className={classes.legend}>{label}</legend>
      {hint && <p className={classes.hint}>{hint}</p>}
      {error && (
        <p className={classes.error} id={`${name}-error`}>
          {error}
        </p>
      )}
      {options.map((option, index) => (
        <label key={option.value} className={classes.option}>
          <input
            type="radio"
            name={name}
            id={index === 0 ? name : undefined}
            checked={option.value === value}
            aria-invalid={error ? true : undefined}
            onChange={() => onChange(option.value)}
          />
          <span>
            {option.label}
            {option.hint && <span className={classes.hint}>{option.hint}</span>}
          </span>
        </label>
      ))}
    </fieldset>
  )
}
