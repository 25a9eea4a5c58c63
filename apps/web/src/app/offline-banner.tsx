import { useEffect, useRef, useSyncExternalStore } from 'react'
import { useTranslations } from 'use-intl'
import { announce } from '../ui/announcer.tsx'
import classes from './offline-banner.module.css'

/** Says that there is no connection for as long as there is none, and once that it is back. */
export function OfflineBanner() {
  const t = useTranslations('app')
  const online = useSyncExternalStore(subscribe, () => navigator.onLine)
  const before = useRef(online)
  useEffect(() => {
    if (online && !before.current) announce(t('online'))
    before.current = online
  }, [online, t])
  return <div role="status">{!online && <p className={classes.banner}>{t('offline')}</p>}</div>
}

function subscribe(reader: () => void) {
  window.addEventListener('online', reader)
  window.addEventListener('offline', reader)
  return () => {
    window.removeEventListener('online', reader)
    window.removeEventListener('offline', reader)
  }
}
