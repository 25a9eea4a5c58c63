import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { useProblemText } from '../client/problem-text.ts'
import { ApiUserMade } from '../features/api-users/api-user-made.tsx'
import type { NewApiUser } from '../features/api-users/api-user-query.ts'
import { NewApiUserForm } from '../features/api-users/new-api-user-form.tsx'
import { WhatIsAnApiUser } from '../features/api-users/what-is-an-api-user.tsx'
import { NoUsersInPackage } from '../features/package/no-users-in-package.tsx'
import { packageQuery } from '../features/package/package-query.ts'
import { Loaded } from '../ui/loaded.tsx'
import { Page } from '../ui/page.tsx'

export function NewApiUserPage() {
  const t = useTranslations('apiUsers')
  const [made, setMade] = useState<NewApiUser>()
  const back = { to: '/users', label: t('back') }
  if (made) {
    return (
      <Page title={t('made')} place="made" back={back}>
        <ApiUserMade made={made} onAgain={() => setMade(undefined)} />
      </Page>
    )
  }
  return (
    <Page title={t('title')} intro={<p>{t('intro')}</p>} back={back}>
      <WhatIsAnApiUser />
      <Making onMade={setMade} />
    </Page>
  )
}

function Making({ onMade }: { onMade: (made: NewApiUser) => void }) {
  const t = useTranslations('apiUsers')
  const problemText = useProblemText()
  const { data, error, refetch } = useQuery(packageQuery)
  return (
    <Loaded data={data} failed={t('packageFailed')} problem={error ? problemText(error) : undefined} onRetry={refetch}>
      {({ mayAddUsers, tenant }) =>
        mayAddUsers ? <NewApiUserForm onMade={onMade} /> : <NoUsersInPackage kind={tenant.package} />
      }
    </Loaded>
  )
}
