import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useParams } from 'react-router'
import { useTranslations } from 'use-intl'
import { problemCode } from '../client/errors.ts'
import { useMay } from '../client/use-session.ts'
import { ApiConnection } from '../features/api-users/api-connection.tsx'
import { rolesQuery } from '../features/roles/roles-query.ts'
import { useListUrl } from '../features/users/list-state.ts'
import { useUserProblem } from '../features/users/use-user-problem.ts'
import { UserProfile } from '../features/users/user-profile.tsx'
import { type UserDetail, userQuery } from '../features/users/user-queries.ts'
import { ButtonLink } from '../ui/button.tsx'
import { Loaded } from '../ui/loaded.tsx'
import { Notice } from '../ui/notice.tsx'
import { Page } from '../ui/page.tsx'

export function UserPage() {
  const { id = '' } = useParams()
  // Another user is another page: nothing of the one before stays.
  return <OneUser key={id} id={id} />
}

function OneUser({ id }: { id: string }) {
  const t = useTranslations('users.detail')
  const { data, error, refetch } = useQuery(userQuery(id))
  const problem = useUserProblem()(error)
  const [gone, setGone] = useState<string>()
  const back = { to: useListUrl(), label: t('back') }
  if (gone) {
    return (
      <Page title={data?.name ?? t('facts')} place="gone" back={back}>
        <Notice tone="success">
          <p>{gone}</p>
        </Notice>
      </Page>
    )
  }
  if (!data && isNotFound(error)) return <NoSuchUser back={back} />
  return (
    <Page title={data?.name ?? t('facts')} back={back}>
      <Loaded data={data} failed={t('failed')} problem={problem} onRetry={refetch} lines={7}>
        {(user) => <Profile user={user} onGone={setGone} />}
      </Loaded>
    </Page>
  )
}

function Profile({ user, onGone }: { user: UserDetail; onGone: (outcome: string) => void }) {
  const may = useMay()
  const { data: roles = [] } = useQuery({ ...rolesQuery, enabled: may('roles:read') })
  const isMachine = user.kind === 'api' && may('api-users:manage')
  return (
    <UserProfile
      user={user}
      roles={roles}
      onGone={onGone}
      connection={
        isMachine && <ApiConnection id={user.id} maySendLink={user.actions.includes('send-credential-link')} />
      }
    />
  )
}

type Back = { to: string; label: string }

function NoSuchUser({ back }: { back: Back }) {
  const t = useTranslations('users.detail')
  return (
    <Page title={t('notFound')} intro={<p>{t('notFoundText')}</p>}>
      <ButtonLink to={back.to}>{back.label}</ButtonLink>
    </Page>
  )
}

/** No user with that id here, or no id at all. */
function isNotFound(error: unknown): boolean {
  const code = problemCode(error)
  return code === 'user.not_found' || code === 'request.invalid'
}
