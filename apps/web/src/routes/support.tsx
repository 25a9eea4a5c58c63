import { useTranslations } from 'use-intl'
import { LookUp } from '../features/support/look-up.tsx'
import { Page } from '../ui/page.tsx'

export function SupportPage() {
  const t = useTranslations('support')
  return (
    <Page title={t('title')} intro={<p>{t('intro')}</p>} back={{ to: '/users', label: t('back') }}>
      <LookUp />
    </Page>
  )
}
