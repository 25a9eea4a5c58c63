import type { ReactNode } from 'react'
import classes from './disclosure.module.css'

type DisclosureProps = {
  summary: string
  /** Open from the start, or from when this becomes true: for what is needed now. */
  opened?: boolean
  children: ReactNode
}

/** A question that opens its answer, by the browser's own element. */
export function Disclosure({ summary, opened = false, children }: DisclosureProps) {
  return (
    <details className={classes.disclosure} open={opened}>
      <summary className={classes.summary}>{summary}</summary>
      <div className={classes.body}>{children}</div>
    </details>
  )
}
