import type { ReactNode } from 'react'
import classes from './steps.module.css'

type StepsProps = { steps: readonly { title: string; content: ReactNode }[] }

/** What to do, one thing after the other. */
export function Steps({ steps }: StepsProps) {
  return (
    <ol className={classes.steps}>
      {steps.map(({ title, content }) => (
        <li key={title} className={classes.step}>
          <h2 className={classes.title}>{title}</h2>
          <div className={classes.content}>{content}</div>
        </li>
      ))}
    </ol>
  )
}
