import { useTranslations } from 'use-intl'
import { Button } from '../ui/button.tsx'
import { DialogActions } from '../ui/dialog-actions.tsx'

export type ShowAgainProps = { onShown: () => void; onCancel: () => void }

/** The ways out of the dialog: changing nothing, or sending the code. */
export function ShowAgainActions({ busy, onCancel }: { busy: boolean; onCancel: () => void }) {
  const t = useTranslations('session.fresh')
  const ui = useTranslations('ui')
  return (
    <DialogActions>
      <Button look="secondary" onClick={onCancel}>
        {ui('cancel')}
      </Button>
      <Button type="submit" busy={busy}>
        {t('confirm')}
      </Button>
    </DialogActions>
  )
}
