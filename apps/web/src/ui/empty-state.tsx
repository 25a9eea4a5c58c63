import type { ReactNode } from 'react'
import classes from './empty-state.module.css'

type EmptyStateProps = { title: string; children?: ReactNode; action?: ReactNode }

/** Nothing here yet, and the next step. */
export function EmptyState({ title, children, action }: EmptyStateProps) {
  return (
    <div className={classes.empty}>
      <svg className={classes.picture} viewBox="0 0 64 64" aria-hidden="true" focusable="false">
        <path d="M32 4c15.5 0 28 12.5 28 28v20a8 8 0 0 1-8 8H12a8 8 0 0 1-8-8V32C4 16.5 16.5 4 32 4Z" />
        <circle cx="32" cy="26" r="8" />
        <path d="M32 34v16" />
      </svg>
      <h2 className={classes.title}>{title}</h2>
      {children && <div className={classes.text}>{children}</div>}
      {action && <div className={classes.action}>{action}</div>}
    </div>
  )
}
