import type { ReactNode } from 'react'
import classes from './dialog-actions.module.css'

/** The ways out of a dialog, at its foot: the one that changes nothing first. */
export function DialogActions({ children }: { children: ReactNode }) {
  return <div className={classes.actions}>{children}</div>
}
