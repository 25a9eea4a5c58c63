import { IconX } from '@tabler/icons-react'
import { useEffect, useRef } from 'react'
import { useTranslations } from 'use-intl'
import { announce } from './announcer.tsx'
import { Notice } from './notice.tsx'
import classes from './outcome.module.css'

type OutcomeProps = {
  /** What came of the last act; undefined when there was none. */
  text: string | undefined
  onDismiss: () => void
}

/**
 * What came of an act in a list or on a page: stays in sight, wherever one has scrolled, until it is dismissed or another act
 * follows. What it says can be seen in the page too. Place it after the dialogs: it takes the focus when theirs has nowhere to go.
 */
export function Outcome({ text, onDismiss }: OutcomeProps) {
  const t = useTranslations('ui')
  const bar = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (!text) return
    announce(text)
    if (document.activeElement === document.body) bar.current?.focus()
  }, [text])
  if (!text) return null
  return (
    <div ref={bar} className={classes.bar} tabIndex={-1}>
      <Notice tone="success">
        <div className={classes.line}>
          <p>{text}</p>
          <button type="button" className={classes.close} aria-label={t('close')} onClick={onDismiss}>
            <IconX size="1.25em" aria-hidden="true" />
          </button>
        </div>
      </Notice>
    </div>
  )
}
