import type { MouseEvent } from 'react'
import { Outlet, ScrollRestoration } from 'react-router'
import { useTranslations } from 'use-intl'
import { Announcer } from '../ui/announcer.tsx'
import { NavigationProgress } from './navigation-progress.tsx'
import { OfflineBanner } from './offline-banner.tsx'
import classes from './root-layout.module.css'

/** Around every page. */
export function RootLayout() {
  const t = useTranslations('app')
  return (
    <>
      {/* biome-ignore lint/a11y/useValidAnchor: it does go there; only the address is left as it is. */}
      <a className={classes.skip} href="#main" onClick={skip}>
        {t('skip')}
      </a>
      <OfflineBanner />
      <NavigationProgress />
      <Outlet />
      <Announcer />
      <ScrollRestoration />
    </>
  )
}

// Without touching the address: its fragment may hold the secret of a link.
function skip(event: MouseEvent) {
  event.preventDefault()
  document.getElementById('main')?.focus()
}
