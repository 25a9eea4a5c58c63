import { useTranslations } from 'use-intl'
import { Notice } from '../../ui/notice.tsx'
import type { Policy } from './policy-query.ts'
import { useKinds } from './use-kinds.ts'

/** What stops being allowed, and when. */
export function PolicyPhasedOut({ phasedOut }: { phasedOut: Policy['phasedOut'] }) {
  const t = useTranslations('policy')
  const kinds = useKinds()
  if (!phasedOut || phasedOut.kinds.length === 0) return null
  return (
    <Notice tone="warning" title={t('leaving', { at: new Date(phasedOut.at), kinds: kinds(phasedOut.kinds) })}>
      <p>{t('leavingText')}</p>
    </Notice>
  )
}
