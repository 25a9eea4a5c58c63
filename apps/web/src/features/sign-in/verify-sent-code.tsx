import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { api, onThisClock } from '../../app/api.ts'
import { useCodeProblem } from '../../app/errors.ts'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { SentCodeForm } from '../../ui/sent-code-form.tsx'
import { Stack } from '../../ui/stack.tsx'
import type { SignInState } from './steps.ts'
import { useGoOn } from './use-go-on.ts'
import { useStepCall } from './use-step-call.ts'
import { useStepProblem } from './use-step-problem.ts'
import { showSent } from './watch-sign-in-state.ts'

type VerifySentCodeProps = { method: 'sms' | 'email'; sentTo: string; sent: SignInState['sent'] }

/** A code by text message or mail. It is sent when somebody asks for it, and by nothing else. */
export function VerifySentCode({ method, sentTo, sent }: VerifySentCodeProps) {
  const t = useTranslations('signInSteps')
  const problemText = useStepProblem()
  const explain = useCodeProblem(method, problemText)
  const goOn = useGoOn()
  const call = useStepCall('factor')
  const sending = useSend(method)
  const problem = sending.isError ? problemText(sending.error) : undefined
  const show = async (code: string) => {
    const { step } = await call(() => api.signIn.verifySentCode({ body: { code } }))
    await goOn(step)
  }
  if (!sent) return <Ask {...{ method, sentTo, problem }} busy={sending.isPending} onSend={() => sending.mutate()} />
  return (
    <>
      <SentCodeForm
        sent={sent}
        resendAt={onThisClock(sent.resendAt)}
        until={onThisClock(sent.expiresAt)}
        resend={{ busy: sending.isPending, problem, onResend: () => sending.mutate() }}
        send={show}
        explain={explain}
      >
        {(busy) => (
          <Button type="submit" wide busy={busy}>
            {t('code.submit')}
          </Button>
        )}
      </SentCodeForm>
      {method === 'email' && <p>{t('factor.emailIsWeak')}</p>}
    </>
  )
}

function useSend(method: 'sms' | 'email') {
  const client = useQueryClient()
  const call = useStepCall('factor')
  return useMutation({
    mutationFn: () => call(() => api.signIn.sendCode({ body: { method } })),
    onSuccess: (sent) => showSent(client, 'factor', sent),
  })
}

type AskProps = Pick<VerifySentCodeProps, 'method' | 'sentTo'> & {
  problem: string | undefined
  busy: boolean
  onSend: () => void
}

function Ask({ method, sentTo: to, problem, busy, onSend }: AskProps) {
  const t = useTranslations()
  return (
    <Stack>
      <p>{t(`signInSteps.factor.${method}Ask`, { to })}</p>
      {method === 'email' && <p>{t('signInSteps.factor.emailIsWeak')}</p>}
      {problem && (
        <Notice tone="error" live>
          {problem}
        </Notice>
      )}
      <Button wide busy={busy} onClick={onSend}>
        {t(`secondStep.sent.${method}Send`)}
      </Button>
    </Stack>
  )
}
