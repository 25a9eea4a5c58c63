import { useId } from 'react'
import classes from './choice-pills.module.css'
import hidden from './visually-hidden.module.css'

type ChoicePillsProps<Value extends string> = {
  legend: string
  options: readonly { value: Value; label: string; lang?: string }[]
  value: Value
  onChange: (value: Value) => void
}

/** A small choice with effect at once, such as the language. Plain radio buttons underneath. */
export function ChoicePills<Value extends string>({ legend, options, value, onChange }: ChoicePillsProps<Value>) {
  const name = useId()
  return (
    <fieldset className={classes.pills}>
      <legend className={hidden.hidden}>{legend}</legend>
      {options.map((option) => (
        <label key={option.value} className={classes.pill} lang={option.lang}>
          <input
            className={classes.input}
            type="radio"
            name={name}
            checked={option.value === value}
            onChange={() => onChange(option.value)}
          />
          {option.label}
        </label>
      ))}
    </fieldset>
  )
}
