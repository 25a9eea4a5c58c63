import { useTranslations } from 'use-intl'
import classes from '../../../ui/arrangement.module.css'
import { Section } from '../../../ui/section.tsx'
import { StatusChip } from '../../../ui/status-chip.tsx'
import type { SecondSteps } from '../factor-queries.ts'

/** Whether a code by mail would do at the next sign-in, or why not. It needs no set-up: it goes to the account's address. */
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
