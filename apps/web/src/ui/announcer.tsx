import { useSyncExternalStore } from 'react'
import hidden from './visually-hidden.module.css'

let text = ''
const readers = new Set<() => void>()

/** Says something to those who cannot see it happen. Never the only copy of a message. */
export function announce(message: string) {
  // The same words twice would not be read twice: an invisible space makes them differ.
  text = message === text ? `${message}\u00a0` : message
  for (const reader of readers) reader()
}

/** The one live region of the document, there before anything is said. */
export function Announcer() {
  const message = useSyncExternalStore(subscribe, () => text)
  return (
    <div className={hidden.hidden} role="status" aria-live="polite">
      {message}
    </div>
  )
}

function subscribe(reader: () => void) {
  readers.add(reader)
  return () => readers.delete(reader)
}
