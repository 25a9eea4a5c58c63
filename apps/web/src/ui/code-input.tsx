import { TextInput, type TextInputProps } from '@mantine/core'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import classes from './code-input.module.css'
import type { FieldProps } from './field.ts'
import { arrivedWhole } from './six-digits.ts'

type CodeInputProps = Omit<FieldProps, 'optional'> &
  Omit<TextInputProps, keyof FieldProps | 'id' | 'type' | 'description'> & {
    /** Has the focus from the start: for a page or a dialog that is there for the code only. */
    takesFocus?: boolean
  }

/**
 * Six digits in one input, so that phones can fill it in, a paste works and a screen reader reads one field. A code that arrives
 * whole (paste, autofill) sends the form by itself; one that is typed does not, for a slip of the finger may still be corrected.
 */
export function CodeInput({ name, label, hint, error, onFocus, takesFocus = false, ...rest }: CodeInputProps) {
  const input = useRef<HTMLInputElement>(null)
  const before = useRef('')
  const [arrivals, setArrivals] = useState(0)
  const note = (event: FormEvent<HTMLInputElement>) => {
    const { value } = event.currentTarget
    if (arrivedWhole(before.current, value)) setArrivals((count) => count + 1)
    before.current = value
  }
  // After the render in which the form has the new value.
  useEffect(() => {
    if (arrivals > 0) input.current?.form?.requestSubmit()
  }, [arrivals])
  useEffect(() => {
    if (!takesFocus || !input.current) return
    input.current.autofocus = true // read by a dialog that opens around it after this
    input.current.focus()
  }, [takesFocus])
  return (
    <TextInput
      {...rest}
      ref={input}
      id={name}
      name={name}
      label={label}
      description={hint}
      error={error}
      classNames={{ input: classes.input ?? '' }}
      type="text"
      inputMode="numeric"
      autoComplete="one-time-code"
      autoCapitalize="none"
      spellCheck={false}
      maxLength={11}
      onInput={note}
      onFocus={(event) => {
        before.current = event.currentTarget.value // a form may have emptied it meanwhile
        onFocus?.(event)
      }}
    />
  )
}
