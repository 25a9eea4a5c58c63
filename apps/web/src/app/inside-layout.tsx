import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { Outlet } from 'react-router'
import { useTranslations } from 'use-intl'
import { api } from '../client/api.ts'
import { forgetAllButSession } from '../client/query-client.ts'
import { type Session, sessionQuery } from '../client/session.ts'
import { SecondStepNotice } from '../features/second-factor/step-up/second-step-notice.tsx'
import { StepUpProvider } from '../features/second-factor/step-up/step-up-provider.tsx'
import { useRoleName } from '../messages/use-role-name.ts'
import { AppShell } from '../ui/app-shell.tsx'
import { ProblemNotice } from '../ui/notice.tsx'
import { useAccountActions } from './account-actions.tsx'
import { useNavigationItems } from './navigation-items.tsx'
import { hearOtherTabs, notifyOtherTabs } from './other-tabs.ts'
import { Preferences } from './preferences.tsx'
import { SessionEnded } from './session-ended.tsx'
import { SessionWarning } from './session-warning.tsx'
import { useAccountLanguage } from './use-account-language.ts'
import { useKeepPreferences } from './use-keep-preferences.ts'
import { useSwitchTenant } from './use-switch-tenant.ts'

/** The frame of the pages behind the sign-in, for as long as the session lasts. */
export function InsideLayout() {
  const { data: session } = useQuery(sessionQuery)
  const client = useQueryClient()
  const keepPreferences = useKeepPreferences()
  // Ended on the server already, or not reached: here it is over all the same.
  const end = useMutation({
    mutationFn: (_: 'signed-out' | 'ended' | 'stronger') => api.session.signOut(),
    onSettled: () => {
      keepPreferences()
      client.setQueryData(sessionQuery.queryKey, null)
      notifyOtherTabs({ whoIsIn: null })
    },
  })
  if (!session) return <SessionEnded why={end.variables ?? 'ended'} />
  return (
    <Inside
      session={session}
      onSignOut={() => end.mutate('signed-out')}
      onEnd={() => end.mutate('ended')}
      onSignInAgain={() => end.mutate('stronger')}
    />
  )
}

type InsideProps = { session: Session; onSignOut: () => void; onEnd: () => void; onSignInAgain: () => void }

function Inside({ session, onSignOut, onEnd, onSignInAgain }: InsideProps) {
  const t = useTranslations()
  const roleName = useRoleName()
  const navigation = useNavigationItems()
  const actions = useAccountActions(onSignOut)
  const change = useSwitchTenant(session)
  const { user, tenant, role } = session
  const whoIsIn = `${user.id} ${tenant.id}`
  const { saveLanguage } = useAccountLanguage(user.language)
  useSameSession(whoIsIn)
  return (
    <StepUpProvider onSignInAgain={onSignInAgain}>
      <AppShell
        name={t('app.name')}
        organisation={{ name: tenant.name, switchTo: change.actions }}
        navigation={navigation}
        account={{ name: user.name, detail: `${roleName(role)} · ${user.email}`, actions }}
        preferences={<Preferences onLanguage={saveLanguage} />}
      >
        <ProblemNotice>{change.problem}</ProblemNotice>
        <SecondStepNotice />
        {/* Another organisation is another page: nothing of the one before stays in sight. */}
        <Outlet key={whoIsIn} />
      </AppShell>
      <SessionWarning onSignOut={onSignOut} onEnd={onEnd} />
    </StepUpProvider>
  )
}

/** All tabs of a browser share one session: when another one signs out, signs in or switches, this one follows. */
function useSameSession(whoIsIn: string) {
  const client = useQueryClient()
  useEffect(() => {
    const silence = hearOtherTabs((news) => {
      if (!('whoIsIn' in news) || news.whoIsIn === whoIsIn) return
      forgetAllButSession()
      void client.fetchQuery({ ...sessionQuery, staleTime: 0 }).catch(() => null)
    })
    notifyOtherTabs({ whoIsIn })
    return silence
  }, [client, whoIsIn])
}
