import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { ButtonLink } from '../../../ui/button.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { factorAddress } from '../factor-address.ts'
import { secondStepsQuery } from '../factor-queries.ts'
import { useFactorName } from './use-factor-name.ts'

/** Asks after what was not used for four weeks, before its owner needs it and finds it broken. Nothing while that is not known. */
export function StillWorks() {
  const t = useTranslations('account.steps')
  const nameOf = useFactorName()
  const { data } = useQuery(secondStepsQuery)
  const asked = data?.factors.find(({ askWhetherItWorks, allowed }) => askWhetherItWorks && allowed)
  if (!asked) return null
  return (
    <Notice
      tone="warning"
      title={t('stillWorksTitle')}
      action={
        <ButtonLink to={factorAddress()} look="secondary" size="small">
          {t('toSteps')}
        </ButtonLink>
      }
    >
      <p>{t('stillWorksText', { name: nameOf(asked) })}</p>
    </Notice>
  )
}
