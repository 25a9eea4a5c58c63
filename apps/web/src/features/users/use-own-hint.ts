import { useTranslations } from 'use-intl'
import { useSession } from '../../client/use-session.ts'
import type { User } from './user-queries.ts'

/** Why little can be done to oneself or to the package holder; undefined for everybody else. */
export function useOwnHint(): (user: User) => string | undefined {
  const t = useTranslations('users')
  const { membershipId } = useSession()
  return ({ id, isHolder }) => {
    if (id === membershipId) return `${t('selfHint')} ${t(isHolder ? 'selfHolderHint' : 'selfRoleHint')}`
    return isHolder ? t('holderHint') : undefined
  }
}
