import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { api } from '../../client/api.ts'
import { problemCode } from '../../client/errors.ts'
import { useProblemText } from '../../client/problem-text.ts'
import { type Session, sessionQuery } from '../../client/session.ts'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { ProblemNotice } from '../../ui/notice.tsx'
import { Page } from '../../ui/page.tsx'
import { Stack } from '../../ui/stack.tsx'
import { forgetLinkToken } from './link-token.ts'
import { linkQuery, OpenedLink, type OpenLink } from './opened-link.tsx'

/** A new e-mail address is confirmed by the link mailed to it, signed in as the owner of the account. */
export function ConfirmEmail() {
  const t = useTranslations('links.confirmEmail')
  const instead = (
    <ButtonLink to="/account" wide>
      {t('toAccount')}
    </ButtonLink>
  )
  return (
    <OpenedLink
      purposes={['email-change']}
      title={t('title')}
      gone={{ title: t('goneTitle'), text: t('gone'), instead }}
    >
      {(link) => <Confirm link={link} />}
    </OpenedLink>
  )
}

function Confirm({ link: { token, email } }: { link: OpenLink }) {
  const t = useTranslations('links')
  const problemText = useProblemText()
  const client = useQueryClient()
  const { data: session, error, refetch } = useQuery(sessionQuery)
  const confirm = useMutation({
    mutationFn: () => api.account.confirmEmail({ body: { token } }),
    onSuccess: async () => {
      forgetLinkToken()
      await client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'link' })
    },
    onError: (failure) => {
      if (problemCode(failure) !== 'link.gone') return
      void client.invalidateQueries({ queryKey: linkQuery(token).queryKey })
    },
  })
  if (confirm.isSuccess) return <Confirmed email={email} />
  const intro = t.rich('confirmEmail.intro', { email: () => <strong>{email}</strong> })
  return (
    <Page title={t('confirmEmail.title')} intro={<p>{intro}</p>} place={session ? 'account' : 'guest'}>
      <Loaded
        data={session}
        failed={t('notLoaded')}
        problem={error ? problemText(error) : undefined}
        onRetry={refetch}
        lines={1}
      >
        {(current) => (
          <Way session={current} busy={confirm.isPending} error={confirm.error} onConfirm={() => confirm.mutate()} />
        )}
      </Loaded>
    </Page>
  )
}

type WayProps = { session: Session | null; busy: boolean; error: unknown; onConfirm: () => void }

function Way({ session, busy, error, onConfirm }: WayProps) {
  const t = useTranslations('links.confirmEmail')
  const problemText = useConfirmProblem(session)
  if (!session) {
    return (
      <Stack>
        <p>{t('signInWithOld')}</p>
        <ButtonLink to="/sign-in?next=%2Fconfirm-email" wide>
          {t('signInFirst')}
        </ButtonLink>
      </Stack>
    )
  }
  return (
    <Stack>
      <ProblemNotice>{error !== null && problemText(error)}</ProblemNotice>
      <Button wide busy={busy} onClick={onConfirm}>
        {t('submit')}
      </Button>
    </Stack>
  )
}

function useConfirmProblem(session: Session | null): (error: unknown) => string {
  const t = useTranslations('links.confirmEmail')
  const problemText = useProblemText()
  return (error) =>
    problemText(error, {
      'link.gone': t('gone'),
      'link.other_account': t('otherAccount', { own: session?.user.email ?? '' }),
      'email.unlinked_recently': t('unlinkedRecently'),
      'user.exists': t('exists'),
    })
}

function Confirmed({ email }: { email: string }) {
  const t = useTranslations('links.confirmEmail')
  return (
    <Page title={t('doneTitle')} intro={<p>{t('done', { email })}</p>} place="done">
      <ButtonLink to="/account" wide>
        {t('toAccount')}
      </ButtonLink>
    </Page>
  )
}
