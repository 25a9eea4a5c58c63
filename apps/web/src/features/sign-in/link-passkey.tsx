import { useMutation } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { api } from '../../app/api.ts'
import { Button } from '../../ui/button.tsx'
import { makePasskey } from '../../ui/make-passkey.ts'
import { Notice } from '../../ui/notice.tsx'
import { useAfterLinking } from './use-after-linking.ts'
import { useStepCall } from './use-step-call.ts'
import { useStepProblem } from './use-step-problem.ts'

/** Makes a passkey on this device, or on a phone beside it, by the browser's own dialog. */
export function LinkPasskey() {
  const t = useTranslations('signInSteps.linkPasskey')
  const problemText = useStepProblem()
  const afterLinking = useAfterLinking()
  const call = useStepCall('enrol')
  const link = useMutation({
    mutationFn: async () => {
      const passkey = await makePasskey(await call(() => api.signIn.startPasskeyEnrollment()))
      await afterLinking(await call(() => api.signIn.confirmPasskeyEnrollment({ body: { passkey } })))
    },
    gcTime: 0,
  })
  return (
    <>
      <p>{t('how')}</p>
      {link.isError && (
        <Notice tone="error" live>
          {problemText(link.error)}
        </Notice>
      )}
      <Button wide busy={link.isPending} onClick={() => link.mutate()}>
        {t('submit')}
      </Button>
    </>
  )
}
