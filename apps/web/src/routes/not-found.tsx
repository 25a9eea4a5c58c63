import { useTranslations } from 'use-intl'
import { ButtonLink } from '../ui/button.tsx'
import { Page } from '../ui/page.tsx'

export function NotFoundPage() {
  const t = useTranslations('app.notFound')
  return (
    <Page title={t('title')} intro={t('text')}>
      <ButtonLink to="/" wide>
        {t('home')}
      </ButtonLink>
    </Page>
  )
}
