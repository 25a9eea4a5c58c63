import { useMutation } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { api } from '../../app/api.ts'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { signWithPasskey } from '../../ui/passkey.ts'
import { useGoOn } from './use-go-on.ts'
import { useStepCall } from './use-step-call.ts'
import { useStepProblem } from './use-step-problem.ts'

/** A passkey, by the browser's own dialog. */
export function VerifyPasskey() {
  const t = useTranslations()
  const problemText = useStepProblem()
  const goOn = useGoOn()
  const call = useStepCall('factor')
  const prove = useMutation({
    mutationFn: async () => {
      const passkey = await signWithPasskey(await call(() => api.signIn.startPasskey()))
      const { step } = await call(() => api.signIn.passkey({ body: { passkey } }))
      await goOn(step)
    },
    gcTime: 0,
  })
  return (
    <>
      <p>{t('signInSteps.factor.passkeyIntro')}</p>
      {prove.isError && (
        <Notice tone="error" live>
          {problemText(prove.error)}
        </Notice>
      )}
      <Button wide busy={prove.isPending} onClick={() => prove.mutate()}>
        {t('secondStep.passkey.use')}
      </Button>
    </>
  )
}
