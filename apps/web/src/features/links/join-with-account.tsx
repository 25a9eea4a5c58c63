import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { api } from '../../client/api.ts'
import { problemCode } from '../../client/errors.ts'
import { useProblemText } from '../../client/problem-text.ts'
import { type Session, sessionQuery } from '../../client/session.ts'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { Notice, ProblemNotice } from '../../ui/notice.tsx'
import { Page } from '../../ui/page.tsx'
import { Stack } from '../../ui/stack.tsx'
import { Joined } from './joined.tsx'
import { forgetLinkToken } from './link-token.ts'
import { linkQuery, type OpenLink } from './opened-link.tsx'
import { useInvitationProblem } from './use-invitation-problem.ts'

/** An invitation for a person who has an account here: being invited does not make them a member, accepting does. */
export function JoinWithAccount({ link }: { link: OpenLink }) {
  const t = useTranslations('links')
  const problemText = useProblemText()
  const client = useQueryClient()
  const { data: session, error, refetch } = useQuery(sessionQuery)
  const join = useMutation({
    mutationFn: () => api.invitations.join({ body: { token: link.token } }),
    onSuccess: forgetLinkToken,
    onError: (failure) => {
      if (problemCode(failure) !== 'link.gone') return
      void client.invalidateQueries({ queryKey: linkQuery(link.token).queryKey })
    },
  })
  if (join.isSuccess) return <Joined tenantId={join.data.tenantId} tenantName={link.tenantName} />
  const { email, tenantName } = link
  const names = { tenant: () => <strong>{tenantName}</strong>, email: () => <strong>{email}</strong> }
  const intro = tenantName ? t.rich('invitation.hasAccount', names) : t.rich('invitation.hasAccountOperator', names)
  return (
    <Page title={t('invitation.hasAccountTitle')} intro={intro} place={session ? 'account' : 'guest'}>
      <Loaded
        data={session}
        failed={t('notLoaded')}
        problem={error ? problemText(error) : undefined}
        onRetry={refetch}
        lines={1}
      >
        {(current) => (
          <Way link={link} session={current}>
            <Accept busy={join.isPending} error={join.error} onAccept={() => join.mutate()} />
          </Way>
        )}
      </Loaded>
    </Page>
  )
}

/** Only the invited account can accept: a guest, or another account, signs in first. */
function Way({ link, session, children }: { link: OpenLink; session: Session | null; children: ReactNode }) {
  const t = useTranslations('links.invitation')
  if (!session) {
    return (
      <ButtonLink to="/sign-in?next=%2Finvitation" state={{ email: link.email }} wide>
        {t('signInFirst')}
      </ButtonLink>
    )
  }
  return session.user.email === link.email ? children : <OtherAccount email={link.email} own={session.user.email} />
}

function Accept({ busy, error, onAccept }: { busy: boolean; error: unknown; onAccept: () => void }) {
  const t = useTranslations('links.invitation')
  const problemText = useInvitationProblem()
  return (
    <Stack>
      <ProblemNotice>{error !== null && problemText(error)}</ProblemNotice>
      <Button wide busy={busy} onClick={onAccept}>
        {t('join')}
      </Button>
    </Stack>
  )
}

function OtherAccount({ email, own }: { email: string; own: string }) {
  const t = useTranslations('links.invitation')
  const client = useQueryClient()
  const signOut = useMutation({
    mutationFn: () => api.session.signOut(),
    onSettled: () => client.invalidateQueries({ queryKey: sessionQuery.queryKey }),
  })
  return (
    <Notice
      tone="warning"
      action={
        <Button look="secondary" busy={signOut.isPending} onClick={() => signOut.mutate()}>
          {t('signOut')}
        </Button>
      }
    >
      {t('otherAccount', { email, own })}
    </Notice>
  )
}
