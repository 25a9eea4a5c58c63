import { useTranslations } from 'use-intl'
import { api } from '../../app/api.ts'
import { Button } from '../../ui/button.tsx'
import { CodeForm } from './code-form.tsx'
import { useGoOn } from './use-go-on.ts'
import { useStepCall } from './use-step-call.ts'

/** The second step: the code that the linked app shows now. */
export function ProveCode({ email }: { email: string }) {
  const t = useTranslations('signIn')
  const goOn = useGoOn()
  const call = useStepCall('factor')
  const prove = async (code: string) => {
    const { step } = await call(() => api.signIn.authenticator({ body: { code } }))
    await goOn(step)
  }
  return (
    <>
      <p>{t.rich('code.intro', { service: t('service'), email: () => <strong>{email}</strong> })}</p>
      <CodeForm send={prove} takesFocus>
        {(busy) => (
          <Button type="submit" wide busy={busy}>
            {t('code.submit')}
          </Button>
        )}
      </CodeForm>
      <p>{t('code.twoFactor')}</p>
    </>
  )
}
