import type { passwordReset as contract, Received } from '@keyholder/contracts'
import { useQueryClient } from '@tanstack/react-query'
import { useSearchParams } from 'react-router'
import { useTranslations } from 'use-intl'
import { api } from '../../client/api.ts'
import { problemCode } from '../../client/errors.ts'
import { useProblemText } from '../../client/problem-text.ts'
import { useRefusals } from '../../client/use-refusals.ts'
import { Notice } from '../../ui/notice.tsx'
import { Page } from '../../ui/page.tsx'
import { Stack } from '../../ui/stack.tsx'
import { forgetLinkToken } from './link-token.ts'
import { NewPasswordForm } from './new-password-form.tsx'
import { linkQuery, OpenedLink, type OpenLink } from './opened-link.tsx'

type Step = Received<typeof contract.complete>['step']
type OnProgress = (step: Step) => Promise<void>

/** A new password by mail. It leads to the second step, and never around it. */
export function ResetPassword({ onProgress }: { onProgress: OnProgress }) {
  const t = useTranslations('links.reset')
  return (
    <OpenedLink purposes={['password-reset']} title={t('title')} gone={{ title: t('goneTitle'), text: t('gone') }}>
      {(link) => <Choose link={link} onProgress={onProgress} />}
    </OpenedLink>
  )
}

function Choose({ link, onProgress }: { link: OpenLink; onProgress: OnProgress }) {
  const t = useTranslations('links.reset')
  const problemText = useResetProblem()
  const client = useQueryClient()
  const [search] = useSearchParams()
  const reported = search.get('why') === 'reported'
  const { token } = link
  const complete = async (password: string) => {
    try {
      const { step } = await api.passwordReset.complete({ body: { token, password } })
      forgetLinkToken()
      await onProgress(step)
    } catch (error) {
      if (problemCode(error) === 'link.gone') await client.invalidateQueries({ queryKey: linkQuery(token).queryKey })
      throw error
    }
  }
  return (
    <Page title={t('title')} intro={t(reported ? 'introReported' : 'intro')}>
      <Stack>
        {reported && <Notice tone="success">{t('reported')}</Notice>}
        <NewPasswordForm
          link={link}
          label={t('label')}
          submitLabel={t('submit')}
          send={complete}
          problemText={problemText}
        />
      </Stack>
    </Page>
  )
}

/** The password has been saved before the way in is looked at: what stands in the way there is told behind that. */
function useResetProblem(): (error: unknown) => string {
  const t = useTranslations('links.reset')
  const refusals = useRefusals()
  const problemText = useProblemText()
  return (error) => {
    const told = Object.entries(refusals(error)).map(([code, text]) => [code, `${t('done')} ${text}`])
    return problemText(error, { 'link.gone': t('gone'), ...Object.fromEntries(told) })
  }
}
