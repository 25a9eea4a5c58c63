import { useTranslations } from 'use-intl'
import { Notice } from '../../ui/notice.tsx'
import type { Policy } from './policy-query.ts'
import { useKinds } from './use-kinds.ts'

/** What stops being allowed, and when. */
export function PolicyLeaving({ leaving }: { leaving: Policy['leaving'] }) {
  const t = useTranslations('policy')
  const kinds = useKinds()
  if (!leaving || leaving.kinds.length === 0) return null
  return (
    <Notice tone="warning" title={t('leaving', { at: new Date(leaving.at), kinds: kinds(leaving.kinds) })}>
      <p>{t('leavingText')}</p>
    </Notice>
  )
}
