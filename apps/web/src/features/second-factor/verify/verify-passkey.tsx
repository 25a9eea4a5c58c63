import { useMutation } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { signWithPasskey } from '../../../client/passkey.ts'
import { ProblemNotice } from '../../../ui/notice.tsx'
import { Actions } from './actions.tsx'
import type { VerifyProps } from './ceremony.ts'

/** A passkey, by the browser's own dialog. */
export function VerifyPasskey({ ceremony, words, frame }: VerifyProps) {
  const t = useTranslations('secondStep.passkey')
  const { startPasskey, verifyPasskey, problemText } = ceremony
  const verify = useMutation({
    mutationFn: async () => verifyPasskey(await signWithPasskey(await startPasskey())),
    gcTime: 0,
  })
  return (
    <>
      {words.intro}
      <ProblemNotice>{verify.isError && problemText(verify.error)}</ProblemNotice>
      <Actions frame={frame} label={t('use')} busy={verify.isPending} onClick={() => verify.mutate()} />
    </>
  )
}
