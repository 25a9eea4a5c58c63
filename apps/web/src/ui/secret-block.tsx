import type { ReactNode } from 'react'
import { CopyButton } from './copy-button.tsx'
import { groupInFours } from './group-in-fours.ts'
import classes from './secret-block.module.css'

type SecretBlockProps = {
  label: string
  secret: string
  /** In groups of four, to be typed over; the copy is without the spaces. */
  grouped?: boolean
  /** To be read aloud: larger still. */
  large?: boolean
  actions?: ReactNode
}

/** Something to keep or to type over: large, in one piece, easy to select and to copy. */
export function SecretBlock({ label, secret, grouped = false, large = false, actions }: SecretBlockProps) {
  return (
    <section className={classes.block} aria-label={label}>
      <p className={classes.label}>{label}</p>
      <code className={classes.secret} data-large={large}>
        {grouped
          ? groupInFours(secret)
              .split(' ')
              .map((group, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: groups have no other name, and never change places.
                <span key={index} className={classes.group}>
                  {group}{' '}
                </span>
              ))
          : secret}
      </code>
      <div className={classes.actions}>
        <CopyButton text={secret} />
        {actions}
      </div>
    </section>
  )
}
