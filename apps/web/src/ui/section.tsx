import { type ReactNode, useId } from 'react'
import classes from './section.module.css'

type SectionProps = { title: string; intro?: ReactNode; actions?: ReactNode; children: ReactNode }

/** A part of a page, found by its heading. */
export function Section({ title, intro, actions, children }: SectionProps) {
  const id = useId()
  return (
    <section className={classes.section} aria-labelledby={id}>
      <div className={classes.head}>
        <h2 className={classes.title} id={id}>
          {title}
        </h2>
        {actions && <div className={classes.actions}>{actions}</div>}
      </div>
      {intro && <div className={classes.intro}>{intro}</div>}
      {children}
    </section>
  )
}
