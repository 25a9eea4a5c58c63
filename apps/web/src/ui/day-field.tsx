import { TextField } from './text-field.tsx'
import { useTypedValue } from './use-typed-value.ts'

type DayFieldProps = {
  name: string
  label: string
  /** `2026-11-21`, or nothing. */
  value: string
  /** Told a while after the last key: a year is typed digit by digit, and each would be a day of its own. */
  onDay: (day: string) => void
}

/** A day of the calendar by the device's own control, with effect by itself. */
export function DayField({ name, label, value, onDay }: DayFieldProps) {
  const { text, setText, send } = useTypedValue({ value, pause: 700, onValue: onDay })
  return (
    <TextField
      type="date"
      name={name}
      label={label}
      min="2020-01-01"
      max="2099-12-31"
      value={text}
      onChange={(event) => {
        const day = event.currentTarget.value
        setText(day)
        if (day === '' || day.startsWith('20')) send(day)
      }}
    />
  )
}
