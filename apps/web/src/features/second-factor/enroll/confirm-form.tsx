import { useTranslations } from 'use-intl'
import { api } from '../../../client/api.ts'
import { problemCode } from '../../../client/errors.ts'
import { useCodeProblem } from '../../../client/second-step-problem.ts'
import { useFresh } from '../../../client/step-up.ts'
import { useFactorProblem } from '../use-factor-problem.ts'
import { CodeForm } from '../verify/code-form.tsx'
import { LinkActions } from './link-actions.tsx'

type ConfirmFormProps = {
  id: string
  onLinked: (name: string) => Promise<void>
  onExpired: () => void
}

/** One correct code of the new app links it. */
export function ConfirmForm({ id, onLinked, onExpired }: ConfirmFormProps) {
  const t = useTranslations('account.link')
  const problemText = useFactorProblem()
  const explain = useCodeProblem('authenticator', (error) => problemText(error) ?? '')
  const fresh = useFresh()
  const send = async (code: string) => {
    try {
      const { name } = await fresh(() => api.account.confirmAuthenticator({ params: { id }, body: { code } }))
      await onLinked(name)
    } catch (error) {
      if (problemCode(error) !== 'enrollment.expired') throw error
      onExpired()
    }
  }
  return (
    <>
      <p>{t('codeHint')}</p>
      <CodeForm from="authenticator" send={send} explain={explain}>
        {(busy) => <LinkActions label={t('submit')} busy={busy} />}
      </CodeForm>
    </>
  )
}
