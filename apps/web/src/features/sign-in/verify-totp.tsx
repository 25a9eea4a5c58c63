import { useTranslations } from 'use-intl'
import { api } from '../../app/api.ts'
import { useCodeProblem } from '../../app/errors.ts'
import { Button } from '../../ui/button.tsx'
import { CodeForm } from '../../ui/code-form.tsx'
import { useGoOn } from './use-go-on.ts'
import { useStepCall } from './use-step-call.ts'
import { useStepProblem } from './use-step-problem.ts'

/** The code that the linked app shows now. */
export function VerifyTotp({ email }: { email: string }) {
  const t = useTranslations()
  const explain = useCodeProblem('authenticator', useStepProblem())
  const goOn = useGoOn()
  const call = useStepCall('factor')
  const prove = async (code: string) => {
    const { step } = await call(() => api.signIn.authenticator({ body: { code } }))
    await goOn(step)
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
