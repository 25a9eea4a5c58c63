import { useMutation } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { api } from '../../../client/api.ts'
import { makePasskey } from '../../../client/make-passkey.ts'
import { Button } from '../../../ui/button.tsx'
import { ProblemNotice } from '../../../ui/notice.tsx'
import type { SignInFlow } from '../sign-in-flow.ts'
import { useAfterLinking } from './use-after-linking.ts'

/** Makes a passkey on this device, or on a phone beside it, by the browser's own dialog. */
export function PasskeyAtSignIn({ flow }: { flow: SignInFlow }) {
  const t = useTranslations('signInSteps.linkPasskey')
  const { call, problemText } = flow
  const afterLinking = useAfterLinking(flow)
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
      <ProblemNotice>{link.isError && problemText(link.error)}</ProblemNotice>
      <Button wide busy={link.isPending} onClick={() => link.mutate()}>
        {t('submit')}
      </Button>
    </>
  )
}
