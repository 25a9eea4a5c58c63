import { useDebouncedCallback } from '@mantine/hooks'
import { useEffect, useRef, useState } from 'react'
import { TextField } from './text-field.tsx'

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
  const [text, setText] = useState(value)
  const sent = useRef(value)
  const send = useDebouncedCallback((day: string) => {
    sent.current = day
    onDay(day)
  }, 700)
  // The address may change by itself (back, a ready-made filter); what is being typed stays.
  useEffect(() => {
    if (value === sent.current) return
    sent.current = value
    setText(value)
  }, [value])
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
