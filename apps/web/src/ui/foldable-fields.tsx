import { IconAdjustmentsHorizontal } from '@tabler/icons-react'
import { type ReactNode, useId, useState } from 'react'
import { Button } from './button.tsx'
import classes from './foldable-fields.module.css'

/** Fields that are in sight where there is room, and behind a button on a narrow screen. */
export function FoldableFields({ label, children }: { label: string; children: ReactNode }) {
  const [open, setOpen] = useState(false)
  const id = useId()
  return (
    <div className={classes.frame}>
      <div className={classes.toggle}>
        <Button
          look="secondary"
          icon={<IconAdjustmentsHorizontal aria-hidden="true" />}
          aria-expanded={open}
          aria-controls={id}
          onClick={() => setOpen(!open)}
        >
          {label}
        </Button>
      </div>
      <div id={id} className={classes.fields} data-open={open}>
        {children}
      </div>
    </div>
  )
}
