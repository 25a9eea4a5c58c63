import type { invitations as contract, Received } from '@keyholder/contracts'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { api } from '../../client/api.ts'
import { problemCode } from '../../client/errors.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { Page } from '../../ui/page.tsx'
import { JoinWithAccount } from './join-with-account.tsx'
import { forgetLinkToken } from './link-token.ts'
import { NewPasswordForm } from './new-password-form.tsx'
import { linkQuery, OpenedLink, type OpenLink } from './opened-link.tsx'
import { useInvitationProblem } from './use-invitation-problem.ts'

type Step = Received<typeof contract.accept>['step']
type OnProgress = (step: Step) => Promise<void>

/** An invitation: a newcomer chooses a first password, a person who has an account here uses that. */
export function Invitation({ onProgress }: { onProgress: OnProgress }) {
  const t = useTranslations('links.invitation')
  const toSignIn = (
    <p>
      <ButtonLink to="/sign-in" look="quiet" wide>
        {t('toSignIn')}
      </ButtonLink>
    </p>
  )
  return (
    <OpenedLink
      purposes={['invitation', 'operator']}
      title={t('title')}
      gone={{ title: t('goneTitle'), text: t('gone'), otherwise: toSignIn }}
    >
      {(link) => (link.hasAccount ? <JoinWithAccount link={link} /> : <Accept link={link} onProgress={onProgress} />)}
    </OpenedLink>
  )
}

function Accept({ link, onProgress }: { link: OpenLink; onProgress: OnProgress }) {
  const t = useTranslations('links')
  const problemText = useInvitationProblem()
  const client = useQueryClient()
  const { token, tenantName } = link
  const accept = async (password: string) => {
    try {
      const { step } = await api.invitations.accept({ body: { token, password } })
      forgetLinkToken()
      await onProgress(step)
    } catch (error) {
      // What the link is for has changed since it was looked at: then the page changes with it.
      const code = problemCode(error)
      if (code === 'link.gone' || code === 'invitation.account_exists') {
        await client.invalidateQueries({ queryKey: linkQuery(token).queryKey })
      }
      throw error
    }
  }
  const intro = tenantName
    ? t.rich('invitation.intro', { tenant: () => <strong>{tenantName}</strong> })
    : t('invitation.introOperator')
  return (
    <Page step={t('invitation.step')} title={t('invitation.passwordTitle')} intro={intro} place="password">
      <NewPasswordForm
        link={link}
        label={t('invitation.password')}
        submitLabel={t('invitation.submit')}
        send={accept}
        problemText={problemText}
      />
    </Page>
  )
}
