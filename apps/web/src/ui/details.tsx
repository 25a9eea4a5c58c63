import type { ReactNode } from 'react'
import classes from './details.module.css'

type DetailsProps = { items: readonly { term: string; value: ReactNode; action?: ReactNode }[] }

/** What is known about one thing, term by term. */
export function Details({ items }: DetailsProps) {
  return (
    <dl className={classes.list}>
      {items.map(({ term, value, action }) => (
        <div key={term} className={classes.item}>
          <dt className={classes.term}>{term}</dt>
          <dd className={classes.value}>{value}</dd>
          {action && <dd className={classes.action}>{action}</dd>}
        </div>
      ))}
    </dl>
  )
}
