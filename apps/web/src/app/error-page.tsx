import { useRouteError } from 'react-router'
import { useTranslations } from 'use-intl'
import { Button, ButtonLink } from '../ui/button.tsx'
import { Page } from '../ui/page.tsx'
import { Forbidden } from './guards.ts'
import { OutsideLayout } from './outside-layout.tsx'

/** What is shown when a page cannot be, and nothing of the frame around it either. */
export function ErrorPage() {
  return (
    <OutsideLayout>
      <FailedPage />
    </OutsideLayout>
  )
}

/** A page that cannot be shown: not allowed, broken, or gone since a new version was put in place. */
export function FailedPage() {
  const t = useTranslations('app')
  const error = useRouteError()
  if (error instanceof Forbidden) {
    return (
      <Page title={t('forbidden.title')} intro={t('forbidden.text')}>
        <ButtonLink to="/">{t('forbidden.home')}</ButtonLink>
      </Page>
    )
  }
  return (
    <Page title={t('failed.title')} intro={isMissingChunk(error) ? t('failed.newVersion') : t('failed.text')}>
      <Button onClick={() => window.location.reload()}>{t('failed.reload')}</Button>
    </Page>
  )
}

/** A page's file that the server no longer has; each browser says so in its own words. */
function isMissingChunk(error: unknown): boolean {
  return error instanceof TypeError && /dynamically imported module|importing a module script/i.test(error.message)
}
