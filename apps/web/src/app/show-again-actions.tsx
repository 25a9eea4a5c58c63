import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from '../ui/button.tsx'
import { DialogActions } from '../ui/dialog-actions.tsx'

export type ShowAgainProps = {
  /** To choose another way. */
  otherWays: ReactNode
  onShown: () => void
  onCancel: () => void
}

type ShowAgainActionsProps = Pick<ShowAgainProps, 'otherWays' | 'onCancel'> & { busy: boolean }

/** The ways out of the dialog: another way, changing nothing, or sending the code. */
export function ShowAgainActions({ busy, otherWays, onCancel }: ShowAgainActionsProps) {
  const t = useTranslations('session.fresh')
  const ui = useTranslations('ui')
  return (
    <>
      {otherWays}
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
