import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from '../../../ui/button.tsx'
import { DialogActions } from '../../../ui/dialog-actions.tsx'
import { takeFocus } from '../../../ui/take-focus.ts'
import type { Frame } from './ceremony.ts'

type ActionsProps = {
  frame: Frame
  label: string
  busy: boolean
  /** What the button does; left out when it sends the form that it stands in. */
  onClick?: () => void
}

/** The button that goes on, and in a dialog the ways out: another way, or changing nothing. */
export function Actions({ frame, label, busy, onClick }: ActionsProps) {
  const isDialog = frame.place === 'dialog'
  const action = onClick ? { onClick, ...(isDialog && { ref: takeFocus }) } : { type: 'submit' as const }
  const button = (
    <Button {...action} wide={!isDialog} busy={busy}>
      {label}
    </Button>
  )
  return isDialog ? <WaysOut frame={frame}>{button}</WaysOut> : button
}

type WaysOutProps = { frame: Extract<Frame, { place: 'dialog' }>; children?: ReactNode }

/** Another way, or changing nothing; `children` is the button that goes on. */
export function WaysOut({ frame: { otherMethods, onCancel }, children }: WaysOutProps) {
  const t = useTranslations('ui')
  return (
    <>
      {otherMethods}
      <DialogActions>
        <Button look="secondary" onClick={onCancel}>
          {t('cancel')}
        </Button>
        {children}
      </DialogActions>
    </>
  )
}
