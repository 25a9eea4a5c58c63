import { type ReactNode, useEffect, useRef } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from './button.tsx'
import { Dialog } from './dialog.tsx'
import { DialogActions } from './dialog-actions.tsx'

type ConfirmDialogProps = {
  opened: boolean
  /** A question that names who or what: "Authenticator van Jan ontkoppelen?" */
  title: string
  /** What will happen. */
  children?: ReactNode
  /** The act in words, never "Ja" or "OK". */
  confirmLabel: string
  onConfirm: () => void
  onCancel: () => void
  tone?: 'primary' | 'danger'
  busy?: boolean
}

/** Asks before something that cannot be taken back. The focus starts on cancelling. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const { opened, title, children, confirmLabel, onConfirm, onCancel, tone = 'danger', busy = false } = props
  const t = useTranslations('ui')
  const cancel = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (!opened) return
    // It is in sight however long the dialog is; reading starts at the top.
    cancel.current?.focus({ preventScroll: true })
    cancel.current?.closest('dialog')?.scrollTo(0, 0)
  }, [opened])
  return (
    <Dialog opened={opened} onClose={onCancel} title={title} withoutClose>
      {children}
      <DialogActions>
        <Button ref={cancel} look="secondary" onClick={onCancel}>
          {t('cancel')}
        </Button>
        <Button look={tone} busy={busy} onClick={onConfirm}>
          {confirmLabel}
        </Button>
      </DialogActions>
    </Dialog>
  )
}
