import { useTranslations } from 'use-intl'
import { CodeForm } from '../ui/code-form.tsx'
import { api } from './api.ts'
import { useCodeProblem, useSecondStepProblem } from './errors.ts'
import { StepUpActions, type StepUpProps } from './step-up-actions.tsx'

/** The code of the authenticator app, in the dialog. */
export function StepUpByTotp({ otherMethods, onShown, onCancel }: StepUpProps) {
  const t = useTranslations('session.fresh')
  const explain = useCodeProblem('authenticator', useSecondStepProblem())
  const show = async (code: string) => {
    await api.session.stepUp({ body: { code } })
    onShown()
  }
  return (
    <>
      <p>{t('authenticator')}</p>
      <CodeForm from="authenticator" name="freshCode" send={show} explain={explain} takesFocus>
        {(busy) => <StepUpActions {...{ busy, otherMethods, onCancel }} />}
      </CodeForm>
    </>
  )
}
