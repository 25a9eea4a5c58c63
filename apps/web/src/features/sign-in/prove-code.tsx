import { useTranslations } from 'use-intl'
import { api } from '../../client/api.ts'
import { useCodeProblem } from '../../client/second-step-problem.ts'
import { Button } from '../../ui/button.tsx'
import { CodeForm } from '../../ui/code-form.tsx'
import { useNextStep } from './use-next-step.ts'
import { useStepCall } from './use-step-call.ts'
import { useStepProblem } from './use-step-problem.ts'

/** The code that the linked app shows now. */
export function ProveCode({ email }: { email: string }) {
  const t = useTranslations()
  const explain = useCodeProblem('authenticator', useStepProblem())
  const toNextStep = useNextStep()
  const call = useStepCall('factor')
  const prove = async (code: string) => {
    const { step } = await call(() => api.signIn.authenticator({ body: { code } }))
    await toNextStep(step)
  }
  return (
    <>
      <p>{t.rich('signInSteps.code.intro', { service: t('app.name'), email: () => <strong>{email}</strong> })}</p>
      <CodeForm from="authenticator" send={prove} explain={explain} takesFocus>
        {(busy) => (
          <Button type="submit" wide busy={busy}>
            {t('signInSteps.code.submit')}
          </Button>
        )}
      </CodeForm>
      <p>{t('signInSteps.code.twoFactor')}</p>
    </>
  )
}
