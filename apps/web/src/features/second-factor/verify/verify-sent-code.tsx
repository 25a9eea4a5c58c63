import { useMutation } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { useCodeProblem } from '../../../client/second-step-problem.ts'
import { Button } from '../../../ui/button.tsx'
import { ProblemNotice } from '../../../ui/notice.tsx'
import { Actions, WaysOut } from './actions.tsx'
import type { VerifyProps } from './ceremony.ts'
import { SentCodeForm } from './sent-code-form.tsx'

/** A code by text message or mail. It is sent only when the user asks for it. */
export function VerifySentCode({ method, ceremony, words, frame }: VerifyProps & { method: 'sms' | 'email' }) {
  const t = useTranslations('secondStep.sent')
  const { sent, sendCode, verifyCode, problemText } = ceremony
  const explain = useCodeProblem(method, problemText)
  const sending = useMutation({ mutationFn: sendCode })
  const problem = sending.isError ? problemText(sending.error) : undefined
  const send = () => sending.mutate()
  if (!sent) {
    return (
      <>
        {words.intro}
        {words.note}
        <ProblemNotice>{problem}</ProblemNotice>
        <Actions frame={frame} label={t(`${method}Send`)} busy={sending.isPending} onClick={send} />
      </>
    )
  }
  return (
    <>
      <SentCodeForm
        sent={sent}
        resend={{ busy: sending.isPending, problem, onResend: send }}
        send={verifyCode}
        explain={explain}
        in={frame.place}
      >
        {(busy) => (
          <Button type="submit" wide busy={busy}>
            {words.submit}
          </Button>
        )}
      </SentCodeForm>
      {words.note}
      {frame.place === 'dialog' && <WaysOut frame={frame} />}
    </>
  )
}
