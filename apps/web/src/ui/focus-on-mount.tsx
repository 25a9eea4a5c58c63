import { type ReactNode, useEffect, useRef } from 'react'
import classes from './focus-on-mount.module.css'

/** Takes the place of what was worked in, a form that was sent for one: the focus comes along, so that it is read. */
export function FocusOnMount({ children }: { children: ReactNode }) {
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => place.current?.focus(), [])
  return (
    <div ref={place} tabIndex={-1} className={classes.place}>
      {children}
    </div>
  )
}
