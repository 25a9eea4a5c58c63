import type { ReactNode } from 'react'
import classes from './choice.module.css'
import type { FieldProps } from './field.ts'

type CheckGroupProps<Value extends string> = Omit<FieldProps, 'optional'> & {
  options: readonly { value: Value; label: string; hint?: ReactNode }[]
  value: readonly Value[]
  onChange: (value: Value[]) => void
}

/** Any number of a few, all in sight. The first carries the field's id, so that the error summary leads there. */
export function CheckGroup<Value extends string>(props: CheckGroupProps<Value>) {
  const { name, label, hint, error, options, value, onChange } = props
  const toggle = (option: Value) =>
    onChange(value.includes(option) ? value.filter((chosen) => chosen !== option) : [...value, option])
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
            type="checkbox"
            name={name}
            id={index === 0 ? name : undefined}
            checked={value.includes(option.value)}
            aria-invalid={error ? true : undefined}
            onChange={() => toggle(option.value)}
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
