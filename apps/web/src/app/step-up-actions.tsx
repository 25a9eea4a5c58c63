import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from '../ui/button.tsx'
import { DialogActions } from '../ui/dialog-actions.tsx'

export type StepUpProps = {
  /** To choose another method. */
  otherMethods: ReactNode
  onShown: () => void
  onCancel: () => void
}

type StepUpActionsProps = Pick<StepUpProps, 'otherMethods' | 'onCancel'> & { busy: boolean }

/** The ways out of the dialog: another way, changing nothing, or sending the code. */
export function StepUpActions({ busy, otherMethods, onCancel }: StepUpActionsProps) {
  const t = useTranslations('session.fresh')
  const ui = useTranslations('ui')
  return (
    <>
      {otherMethods}
      <DialogActions>
        <Button look="secondary" onClick={onCancel}>
          {ui('cancel')}
        </Button>
        <Button type="submit" busy={busy}>
          {t('confirm')}
        </Button>
      </DialogActions>
    </>
  )
}
