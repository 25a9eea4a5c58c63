import { IconPlugConnected, IconUserPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { useTranslations } from 'use-intl'
import { useMay } from '../client/use-session.ts'
import { NoUsersInPackage } from '../features/package/no-users-in-package.tsx'
import { packageQuery } from '../features/package/package-query.ts'
import { rolesQuery } from '../features/roles/roles-query.ts'
import { UserList } from '../features/users/user-list.tsx'
import { ButtonLink } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { Page } from '../ui/page.tsx'

export function UsersPage() {
  const t = useTranslations('users')
  const may = useMay()
  const { data: roles = [] } = useQuery({ ...rolesQuery, enabled: may('roles:read') })
  return (
    <Page
      title={t('title')}
      intro={
        <p>
          {t('intro')} {may('roles:read') && <Link to="/roles">{t('toRoles')}</Link>}{' '}
          <Link to="/users/support-code">{t('toSupport')}</Link>
        </p>
      }
      actions={
        <>
          {may('api-users:manage') && (
            <ButtonLink to="/users/new-api-user" look="secondary" icon={<IconPlugConnected aria-hidden="true" />}>
              {t('newApiUser')}
            </ButtonLink>
          )}
          {may('users:invite') && (
            <ButtonLink to="/users/invite" icon={<IconUserPlus aria-hidden="true" />}>
              {t('invite')}
            </ButtonLink>
          )}
        </>
      }
    >
      <UserList roles={roles} alone={<SoleMemberHint />} />
    </Page>
  )
}

/** What the only user of an organisation can do about that. */
function SoleMemberHint() {
  const t = useTranslations('users')
  const may = useMay()
  const { data } = useQuery({ ...packageQuery, enabled: may('package:read') })
  if (!data || !may('users:invite')) return null
  if (!data.mayAddUsers) return <NoUsersInPackage kind={data.tenant.package} />
  return (
    <EmptyState title={t('empty.alone')} action={<ButtonLink to="/users/invite">{t('invite')}</ButtonLink>}>
      <p>{t('empty.aloneText')}</p>
    </EmptyState>
  )
}
