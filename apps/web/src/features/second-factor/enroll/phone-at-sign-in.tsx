import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { api } from '../../../client/api.ts'
import { useCodeProblem } from '../../../client/second-step-problem.ts'
import { Button } from '../../../ui/button.tsx'
import type { SignInFlow, SignInState } from '../sign-in-flow.ts'
import type { SentCode } from '../verify/ceremony.ts'
import { SentCodeForm } from '../verify/sent-code-form.tsx'
import { PhoneForm } from './phone-form.tsx'
import { useAfterLinking } from './use-after-linking.ts'

/** Links a mobile number: the number, then the code that was sent to it. Nothing counts before that code is right. */
export function PhoneAtSignIn({ sent, flow }: { sent: SignInState['sent']; flow: SignInFlow }) {
  const t = useTranslations('signInSteps.linkNumber')
  const [isAsking, setAsking] = useState(false)
  const start = useStart(flow, () => setAsking(false))
  if (!sent || isAsking) {
    return (
      <PhoneForm
        words={{ label: t('number'), hint: t('numberHint'), missing: t('missing') }}
        send={start.mutateAsync}
        problemText={flow.problemText}
      >
        {(busy) => (
          <Button type="submit" wide busy={busy}>
            {t('send')}
          </Button>
        )}
      </PhoneForm>
    )
  }
  return (
    <>
      <Confirm sent={sent} start={start} flow={flow} />
      <div>
        <Button look="secondary" onClick={() => setAsking(true)}>
          {t('otherNumber')}
        </Button>
      </div>
    </>
  )
}

function useStart({ call, onSent }: SignInFlow, onStarted: () => void) {
  return useMutation({
    mutationFn: (phone: string) => call(() => api.signIn.startSmsEnrollment({ body: { phone } })),
    onSuccess: (sent) => {
      onSent(sent)
      onStarted()
    },
    gcTime: 0,
  })
}

type ConfirmProps = { sent: SentCode; start: ReturnType<typeof useStart>; flow: SignInFlow }

function Confirm({ sent, start, flow }: ConfirmProps) {
  const t = useTranslations('signInSteps.linkNumber')
  const { call, problemText } = flow
  const explain = useCodeProblem('sms', problemText)
  const afterLinking = useAfterLinking(flow)
  const confirm = async (code: string) =>
    afterLinking(await call(() => api.signIn.confirmSmsEnrollment({ body: { code } })))
  const { variables: phone } = start
  // After a reload the number is not known here any more: it is filled in again.
  const resend =
    phone === undefined
      ? undefined
      : {
          busy: start.isPending,
          problem: start.isError ? problemText(start.error) : undefined,
          onResend: () => start.mutate(phone),
        }
  return (
    <SentCodeForm sent={sent} resend={resend} send={confirm} explain={explain}>
      {(busy) => (
        <Button type="submit" wide busy={busy}>
          {t('submit')}
        </Button>
      )}
    </SentCodeForm>
  )
}
