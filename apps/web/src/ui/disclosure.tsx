import type { ReactNode } from 'react'
import classes from './disclosure.module.css'

/** A question that opens its answer, by the browser's own element. */
export function Disclosure({ summary, children }: { summary: string; children: ReactNode }) {
  return (
    <details className={classes.disclosure}>
      <summary className={classes.summary}>{summary}</summary>
      <div className={classes.body}>{children}</div>
    </details>
  )
}
