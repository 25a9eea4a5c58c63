import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { useProblemText } from '../client/problem-text.ts'
import { useMay, useSession } from '../client/use-session.ts'
import { Attention } from '../features/overview/attention.tsx'
import { NextSteps } from '../features/overview/next-steps.tsx'
import { useGreeting } from '../features/overview/use-greeting.ts'
import { WhoHelps } from '../features/overview/who-helps.tsx'
import { PackageCard } from '../features/package/package-card.tsx'
import { packageQuery } from '../features/package/package-query.ts'
import { StillWorks } from '../features/second-factor/manage/still-works.tsx'
import { PRESETS, type Preset } from '../features/users/presets.ts'
import { writeUserQuery } from '../features/users/read-user-query.ts'
import { useRoleName } from '../messages/use-role-name.ts'
import { Loaded } from '../ui/loaded.tsx'
import { Page } from '../ui/page.tsx'

export function OverviewPage() {
  const t = useTranslations('overview')
  const { tenant, role } = useSession()
  const may = useMay()
  const roleName = useRoleName()
  return (
    <Page
      step={t('title')}
      title={useGreeting()}
      intro={<p>{t('intro', { organisation: tenant.name, role: roleName(role) })}</p>}
    >
      <StillWorks />
      {may('package:read') ? <Organisation /> : <NextSteps mayAddUsers={false} />}
    </Page>
  )
}

function Organisation() {
  const t = useTranslations('overview')
  const problemText = useProblemText()
  const may = useMay()
  const { data, error, refetch } = useQuery(packageQuery)
  return (
    <Loaded data={data} failed={t('failed')} problem={error ? problemText(error) : undefined} onRetry={refetch}>
      {(held) => (
        <>
          {/* A sole member has no users to attend to. */}
          {held.mayAddUsers && <Attention counts={held} lists={LISTS} />}
          <NextSteps mayAddUsers={held.mayAddUsers} />
          <PackageCard held={held} />
          {!may('users:read') && <WhoHelps holder={held.holderName} organisation={held.tenant.name} />}
        </>
      )}
    </Loaded>
  )
}

const listOf = (preset: Preset) => ({ pathname: '/users', ...writeUserQuery(PRESETS[preset]) })

const LISTS = {
  withoutSecondStep: listOf('withoutSecondStep'),
  longAbsent: listOf('longAbsent'),
  openInvitations: listOf('openInvitations'),
}
