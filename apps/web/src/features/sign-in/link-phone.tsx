import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { api, onThisClock } from '../../app/api.ts'
import { useCodeProblem } from '../../app/errors.ts'
import { Button } from '../../ui/button.tsx'
import { SentCodeForm } from '../../ui/sent-code-form.tsx'
import { PhoneForm } from './phone-form.tsx'
import type { SignInState } from './steps.ts'
import { useAfterLinking } from './use-after-linking.ts'
import { useStepCall } from './use-step-call.ts'
import { useStepProblem } from './use-step-problem.ts'
import { showSent } from './watch-sign-in-state.ts'

/** Links a mobile number: the number, then the code that was sent to it. Nothing counts before that code is right. */
export function LinkPhone({ sent }: { sent: SignInState['sent'] }) {
  const t = useTranslations('signInSteps.linkNumber')
  const [isAsking, setAsking] = useState(false)
  const start = useStart(() => setAsking(false))
  if (!sent || isAsking) return <PhoneForm send={start.mutateAsync} />
  return (
    <>
      <Confirm sent={sent} start={start} />
      <div>
        <Button look="secondary" onClick={() => setAsking(true)}>
          {t('otherNumber')}
        </Button>
      </div>
    </>
  )
}

function useStart(onSent: () => void) {
  const client = useQueryClient()
  const call = useStepCall('enrol')
  return useMutation({
    mutationFn: (phone: string) => call(() => api.signIn.startSmsEnrollment({ body: { phone } })),
    onSuccess: (sent) => {
      showSent(client, 'enrol', sent)
      onSent()
    },
    gcTime: 0,
  })
}

type ConfirmProps = { sent: NonNullable<SignInState['sent']>; start: ReturnType<typeof useStart> }

function Confirm({ sent, start }: ConfirmProps) {
  const t = useTranslations('signInSteps.linkNumber')
  const problemText = useStepProblem()
  const explain = useCodeProblem('sms', problemText)
  const afterLinking = useAfterLinking()
  const call = useStepCall('enrol')
  const confirm = async (code: string) =>
    afterLinking(await call(() => api.signIn.confirmSmsEnrollment({ body: { code } })))
  const { variables: phone } = start
  // After a reload the number is not known here any more: it is filled in again.
  const resend = phone !== undefined && {
    resend: {
      busy: start.isPending,
      problem: start.isError ? problemText(start.error) : undefined,
      onResend: () => start.mutate(phone),
    },
  }
  return (
    <SentCodeForm
      sent={sent}
      resendAt={onThisClock(sent.resendAt)}
      until={onThisClock(sent.expiresAt)}
      {...resend}
      send={confirm}
      explain={explain}
    >
      {(busy) => (
        <Button type="submit" wide busy={busy}>
          {t('submit')}
        </Button>
      )}
    </SentCodeForm>
  )
}
