import { useTranslations } from 'use-intl'
import { SmsSwitch } from '../features/operators/sms-switch.tsx'
import { TenantList } from '../features/operators/tenant-list.tsx'
import { Page } from '../ui/page.tsx'
import { Section } from '../ui/section.tsx'

export function OperatorsPage() {
  const t = useTranslations('platform')
  return (
    <Page title={t('title')} intro={<p>{t('intro')}</p>}>
      <SmsSwitch />
      <Section title={t('list')}>
        <TenantList />
      </Section>
    </Page>
  )
}
