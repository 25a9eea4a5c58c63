import { useTranslations } from 'use-intl'
import { TenantList } from '../features/platform/tenant-list.tsx'
import { Page } from '../ui/page.tsx'

export function PlatformPage() {
  const t = useTranslations('platform')
  return (
    <Page title={t('title')} intro={<p>{t('intro')}</p>}>
      <TenantList />
    </Page>
  )
}
