import type { ReactNode } from 'react'
import classes from './icon-button.module.css'

/** A button that is only a picture: its words are read out, and shown where the pointer rests. */
export function IconButton({ label, icon, onClick }: { label: string; icon: ReactNode; onClick: () => void }) {
  return (
    <button type="button" className={classes.button} aria-label={label} title={label} onClick={onClick}>
      {icon}
    </button>
  )
}
