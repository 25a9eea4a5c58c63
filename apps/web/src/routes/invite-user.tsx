import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { useProblemText } from '../client/problem-text.ts'
import { NoUsersInPackage } from '../features/package/no-users-in-package.tsx'
import { packageQuery } from '../features/package/package-query.ts'
import { Seats } from '../features/package/seats.tsx'
import { rolesQuery } from '../features/roles/roles-query.ts'
import { InviteForm } from '../features/users/invite-form.tsx'
import { Invited } from '../features/users/invited.tsx'
import type { User } from '../features/users/user-queries.ts'
import { Loaded } from '../ui/loaded.tsx'
import { Page } from '../ui/page.tsx'

export function InviteUserPage() {
  const t = useTranslations('users')
  const [invited, setInvited] = useState<User>()
  const back = { to: '/users', label: t('detail.back') }
  if (invited) {
    return (
      <Page title={t('inviting.sent')} place="sent" back={back}>
        <Invited user={invited} onAgain={() => setInvited(undefined)} />
      </Page>
    )
  }
  return (
    <Page title={t('inviting.title')} intro={<p>{t('inviting.intro')}</p>} back={back}>
      <Invitation onInvited={setInvited} />
    </Page>
  )
}

function Invitation({ onInvited }: { onInvited: (user: User) => void }) {
  const t = useTranslations('users')
  const problemText = useProblemText()
  const held = useQuery(packageQuery)
  const roles = useQuery(rolesQuery)
  const error = held.error ?? roles.error
  return (
    <Loaded
      data={held.data && roles.data && { held: held.data, roles: roles.data }}
      failed={t('inviting.failed')}
      problem={error ? problemText(error) : undefined}
      onRetry={() => Promise.all([held.refetch(), roles.refetch()])}
    >
      {({ held, roles }) =>
        held.mayAddUsers ? (
          <>
            <Seats seats={held.seats} seatsUsed={held.seatsUsed} />
            <InviteForm roles={roles} onInvited={onInvited} />
          </>
        ) : (
          <NoUsersInPackage kind={held.tenant.package} />
        )
      }
    </Loaded>
  )
}
