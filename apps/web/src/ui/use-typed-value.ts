import { useDebouncedCallback } from '@mantine/hooks'
import { useEffect, useRef, useState } from 'react'

type TypedValue = {
  /** What holds now. */
  value: string
  /** How long nothing must be typed before it is told, in milliseconds. */
  pause: number
  onValue: (value: string) => void
}

/** What is being typed in a field that takes effect by itself, a while after the last key. */
export function useTypedValue({ value, pause, onValue }: TypedValue) {
  const [text, setText] = useState(value)
  const sent = useRef(value)
  const send = useDebouncedCallback((wanted: string) => {
    sent.current = wanted
    onValue(wanted)
  }, pause)
  // The value may change by itself (back, a ready-made filter); what is being typed stays.
  useEffect(() => {
    if (value === sent.current) return
    sent.current = value
    setText(value)
  }, [value])
  return { text, setText, send }
}
