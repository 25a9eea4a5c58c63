import { useTranslations } from 'use-intl'
import type { Factor } from '../factor-queries.ts'

/** What a factor is called: by the name that its owner gave it; a number by its last digits. */
export function useFactorName(): (factor: Pick<Factor, 'kind' | 'name' | 'ending'>) => string {
  const t = useTranslations('account.steps')
  return ({ kind, name, ending }) => (kind === 'sms' && ending ? t('number', { ending }) : name)
}
