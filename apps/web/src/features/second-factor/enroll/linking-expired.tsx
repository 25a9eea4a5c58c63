import { useEffect, useRef } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from '../../../ui/button.tsx'
import { Notice } from '../../../ui/notice.tsx'

/** Too late, or started again elsewhere. Takes the place of the form, and its focus. */
export function LinkingExpired({ onRestart }: { onRestart: () => void }) {
  const t = useTranslations('account.link')
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => place.current?.focus(), [])
  return (
    <div ref={place} tabIndex={-1}>
      <Notice tone="warning" action={<Button onClick={onRestart}>{t('restart')}</Button>}>
        <p>{t('expired')}</p>
      </Notice>
    </div>
  )
}
