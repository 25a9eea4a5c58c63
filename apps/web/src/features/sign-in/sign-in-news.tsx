import { useSearchParams } from 'react-router'
import { useTranslations } from 'use-intl'
import { Notice } from '../../ui/notice.tsx'
import { NEWS } from './steps.ts'

/** How one came here, when that needs saying. */
export function SignInNews() {
  const t = useTranslations('signIn.news')
  const [search] = useSearchParams()
  const news = NEWS.find((known) => known === search.get('why'))
  if (!news) return null
  return <Notice tone={news === 'ended' || news === 'expired' ? 'warning' : 'success'}>{t(news)}</Notice>
}
