import { useTranslations } from 'use-intl'
import classes from '../../../ui/arrangement.module.css'
import { Button, ButtonLink } from '../../../ui/button.tsx'
import { LIST } from './use-linked.ts'

type LinkActionsProps = { label: string; busy: boolean }

/** On with linking, or back to the list with nothing changed. */
export function LinkActions({ label, busy }: LinkActionsProps) {
  const t = useTranslations('ui')
  return (
    <div className={classes.actions}>
      <Button type="submit" busy={busy}>
        {label}
      </Button>
      <ButtonLink to={LIST} look="secondary">
        {t('cancel')}
      </ButtonLink>
    </div>
  )
}
