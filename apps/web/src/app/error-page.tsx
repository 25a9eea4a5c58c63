import { useRouteError } from 'react-router'
import { useTranslations } from 'use-intl'
import { Button } from '../ui/button.tsx'
import { Page } from '../ui/page.tsx'
import { OutsideLayout } from './outside-layout.tsx'

/** What is shown when a page cannot be: broken, or gone since a new version was put in place. */
export function ErrorPage() {
  const t = useTranslations('app.failed')
  const error = useRouteError()
  return (
    <OutsideLayout>
      <Page title={t('title')} intro={isMissingChunk(error) ? t('newVersion') : t('text')}>
        <Button wide onClick={() => window.location.reload()}>
          {t('reload')}
        </Button>
      </Page>
    </OutsideLayout>
  )
}

/** A page's file that the server no longer has; each browser says so in its own words. */
function isMissingChunk(error: unknown): boolean {
  return error instanceof TypeError && /dynamically imported module|importing a module script/i.test(error.message)
}
