import { useTranslations } from 'use-intl'
import { useSession } from '../client/use-session.ts'
import { AuditLog } from '../features/audit/audit-log.tsx'
import { Page } from '../ui/page.tsx'

export function AuditPage() {
  const t = useTranslations('audit')
  const { tenant } = useSession()
  return (
    <Page title={t('title')} intro={<p>{t(tenant.package === 'platform' ? 'introPlatform' : 'intro')}</p>}>
      <AuditLog />
    </Page>
  )
}
