import type { ReactNode } from 'react'
import classes from './choice.module.css'
import type { FieldProps } from './field.ts'

export type Option<Value extends string> = { value: Value; label: string; hint?: ReactNode }

type ChoiceSetProps<Value extends string> = Omit<FieldProps, 'optional'> & {
  type: 'radio' | 'checkbox'
  options: readonly Option<Value>[]
  isChosen: (value: Value) => boolean
  onToggle: (value: Value) => void
}

/** A few choices, all in sight. The first carries the field's id, so that the error summary leads there. */
export function ChoiceSet<Value extends string>(props: ChoiceSetProps<Value>) {
  const { type, name, label, hint, error, options, isChosen, onToggle } = props
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
            type={type}
            name={name}
            id={index === 0 ? name : undefined}
            checked={isChosen(option.value)}
            aria-invalid={error ? true : undefined}
            onChange={() => onToggle(option.value)}
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
