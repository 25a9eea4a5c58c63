import { deviceOf } from '@keyholder/domain'
import { useTranslations } from 'use-intl'

/** Says a user agent in plain words: "Chrome op Windows". */
export function useDeviceName(): (userAgent: string) => string {
  const t = useTranslations('session.device')
  return (userAgent) => {
    const { browser, system } = deviceOf(userAgent)
    if (browser && system) return t('both', { browser, system })
    return browser ?? system ?? t('unknown')
  }
}
