import { useSearchParams } from 'react-router'
import { useTranslations } from 'use-intl'
import { Notice } from '../../ui/notice.tsx'
import { NEWS, type News } from './steps.ts'

/** How one came here, when that needs saying. */
export function SignInNews() {
  const t = useTranslations('signIn.news')
  const [search] = useSearchParams()
  const news = NEWS.find((known) => known === search.get('why'))
  if (!news) return null
  return <Notice tone={TONES[news]}>{t(news)}</Notice>
}

const TONES = {
  ended: 'warning',
  expired: 'warning',
  'signed-out': 'success',
  'password-chosen': 'success',
  stronger: 'info',
} as const satisfies Record<News, string>
