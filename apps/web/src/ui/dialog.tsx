import { IconX } from '@tabler/icons-react'
import { type ReactNode, useEffect, useId, useLayoutEffect, useRef, useState } from 'react'
import { useTranslations } from 'use-intl'
import classes from './dialog.module.css'

type DialogProps = {
  opened: boolean
  /** Asked for by Escape or the cross; the owner decides. */
  onClose: () => void
  title: string
  /** From the side, over the full height: for details and menus. */
  side?: 'start' | 'end'
  /** Without its own cross, when the content has the way out. */
  withoutClose?: boolean
  children: ReactNode
}

/**
 * A dialog by the browser's own element: the rest of the page is inert, Escape works, and the focus returns to where it came
 * from, without a script that traps it or a <style> element that locks the scroll.
 */
export function Dialog({ opened, onClose, title, side, withoutClose = false, children }: DialogProps) {
  const t = useTranslations('ui')
  const dialog = useRef<HTMLDialogElement>(null)
  const titleId = useId()
  const [forced, setForced] = useState(0)
  // biome-ignore lint/correctness/useExhaustiveDependencies: a dialog that was closed by force is shown again if its owner keeps it.
  useEffect(() => {
    if (opened && !dialog.current?.open) dialog.current?.showModal()
    if (!opened) dialog.current?.close()
  }, [opened, forced])
  // Closed before it leaves the page, for only closing gives the focus back.
  useLayoutEffect(() => {
    const phasedOut = dialog.current
    return () => phasedOut?.close()
  }, [])
  return (
    <dialog
      ref={dialog}
      className={classes.dialog}
      data-side={side}
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault()
        onClose()
      }}
      // Escape twice in a row closes it without asking.
      onClose={() => {
        if (!opened) return
        onClose()
        setForced((count) => count + 1)
      }}
    >
      {opened && (
        <div className={classes.content}>
          <div className={classes.head}>
            <h2 className={classes.title} id={titleId}>
              {title}
            </h2>
            {!withoutClose && (
              <button type="button" className={classes.close} aria-label={t('close')} onClick={onClose}>
                <IconX aria-hidden="true" />
              </button>
            )}
          </div>
          {children}
        </div>
      )}
    </dialog>
  )
}
