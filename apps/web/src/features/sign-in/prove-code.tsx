import { useTranslations } from 'use-intl'
import { api } from '../../app/api.ts'
import { Button } from '../../ui/button.tsx'
import { CodeForm } from './code-form.tsx'
import { useGoOn } from './use-go-on.ts'
import { useStepCall } from './use-step-call.ts'

/** The second step: the code that the linked app shows now. */
export function ProveCode({ email }: { email: string }) {
  const t = useTranslations()
  const goOn = useGoOn()
  const call = useStepCall('factor')
  const prove = async (code: string) => {
    const { step } = await call(() => api.signIn.authenticator({ body: { code } }))
    await goOn(step)
  }
  return (
    <>
      <p>{t.rich('signInSteps.code.intro', { service: t('app.name'), email: () => <strong>{email}</strong> })}</p>
      <CodeForm send={prove} takesFocus>
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
