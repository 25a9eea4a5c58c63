import { useTranslations } from 'use-intl'
import { api } from '../client/api.ts'
import { useCodeProblem, useSecondStepProblem } from '../client/second-step-problem.ts'
import { CodeForm } from '../ui/code-form.tsx'
import { ShowAgainActions, type ShowAgainProps } from './show-again-actions.tsx'

/** The code of the authenticator app, in the dialog. */
export function ShowCodeAgain({ otherWays, onShown, onCancel }: ShowAgainProps) {
  const t = useTranslations('session.fresh')
  const explain = useCodeProblem('authenticator', useSecondStepProblem())
  const show = async (code: string) => {
    await api.session.freshen({ body: { code } })
    onShown()
  }
  return (
    <>
      <p>{t('authenticator')}</p>
      <CodeForm from="authenticator" name="freshCode" send={show} explain={explain} takesFocus>
        {(busy) => <ShowAgainActions {...{ busy, otherWays, onCancel }} />}
      </CodeForm>
    </>
  )
}
