import { useTranslations } from 'use-intl'
import { ButtonLink } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { presetOf } from './presets.ts'
import { filtersOf, type UserQuery } from './read-user-query.ts'

/** Nobody in the list: often good news. */
export function NoUsersFound({ query }: { query: UserQuery }) {
  const t = useTranslations('users.empty')
  const which = presetOf(filtersOf(query)) ?? 'filtered'
  return (
    <EmptyState
      title={t(which)}
      action={
        <ButtonLink to="/users" look="secondary">
          {t('all')}
        </ButtonLink>
      }
    >
      <p>{t(`${which}Text`)}</p>
    </EmptyState>
  )
}
