import { useTranslations } from 'use-intl'
import { Section } from '../../ui/section.tsx'
import { StatusChip } from '../../ui/status-chip.tsx'
import classes from './account.module.css'
import type { SecondSteps } from './account-queries.ts'

/** Whether a code by mail would do at the next sign-in, or why not. Nobody sets it up: it goes to the address of the account. */
export function EmailCode({ state }: { state: SecondSteps['emailCode'] }) {
  const t = useTranslations('account.emailCode')
  const isThere = state === 'available'
  return (
    <Section title={t('title')}>
      <div className={classes.reading}>
        <StatusChip tone={isThere ? 'success' : 'neutral'} label={t(isThere ? 'yes' : 'no')} />
        <p>{t(`why.${state}`)}</p>
      </div>
    </Section>
  )
}
