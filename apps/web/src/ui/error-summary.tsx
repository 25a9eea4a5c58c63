import { type MouseEvent, useEffect, useRef } from 'react'
import { useTranslations } from 'use-intl'
import classes from './error-summary.module.css'

type FieldError = { field: string; message: string }

type ErrorSummaryProps = {
  errors: FieldError[]
  /** What went wrong with the whole, when it is no single field's fault. */
  problem?: string | undefined
  /** Counts the tries to send: at each one that failed the heading takes the focus. */
  attempt: number
}

/** All that is wrong, at the top of a form, each line a link to its field in the same words as at the field. */
export function ErrorSummary({ errors, problem, attempt }: ErrorSummaryProps) {
  const t = useTranslations('ui.errorSummary')
  const heading = useRef<HTMLHeadingElement>(null)
  const told = useRef(0)
  // After every render: what went wrong can arrive one later than the news that something did.
  useEffect(() => {
    if (attempt === told.current || !heading.current) return
    told.current = attempt
    heading.current.focus()
  })
  if (errors.length === 0 && !problem) return null
  return (
    <div className={classes.summary}>
      <h2 className={classes.heading} ref={heading} tabIndex={-1}>
        {errors.length > 0 ? t('heading', { count: errors.length }) : t('problem')}
      </h2>
      {problem && <p>{problem}</p>}
      {errors.length > 0 && (
        <ul className={classes.list}>
          {errors.map(({ field, message }) => (
            <li key={field}>
              <a href={`#${field}`} onClick={(event) => goTo(field, event)}>
                {message}
              </a>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

// Not by the address: the fragment may hold the secret of an invitation, and the router would take it for a navigation.
function goTo(field: string, event: MouseEvent) {
  event.preventDefault()
  document.getElementById(field)?.focus()
}
