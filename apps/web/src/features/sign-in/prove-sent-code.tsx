import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { api } from '../../client/api.ts'
import { useCodeProblem } from '../../client/second-step-problem.ts'
import { onThisClock } from '../../client/server-clock.ts'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { SentCodeForm } from '../../ui/sent-code-form.tsx'
import { Stack } from '../../ui/stack.tsx'
import type { Standing } from './steps.ts'
import { useNextStep } from './use-next-step.ts'
import { useStepCall } from './use-step-call.ts'
import { useStepProblem } from './use-step-problem.ts'
import { showSent } from './watch-standing.ts'

type ProveSentCodeProps = { way: 'sms' | 'email'; sentTo: string; sent: Standing['sent'] }

/** A code by text message or mail. It is sent when somebody asks for it, and by nothing else. */
export function ProveSentCode({ way, sentTo, sent }: ProveSentCodeProps) {
  const t = useTranslations('signInSteps')
  const problemText = useStepProblem()
  const explain = useCodeProblem(way, problemText)
  const toNextStep = useNextStep()
  const call = useStepCall('factor')
  const sending = useSend(way)
  const problem = sending.isError ? problemText(sending.error) : undefined
  const show = async (code: string) => {
    const { step } = await call(() => api.signIn.showCode({ body: { code } }))
    await toNextStep(step)
  }
  if (!sent) return <Ask {...{ way, sentTo, problem }} busy={sending.isPending} onSend={() => sending.mutate()} />
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
      {way === 'email' && <p>{t('factor.emailIsWeak')}</p>}
    </>
  )
}

function useSend(way: 'sms' | 'email') {
  const client = useQueryClient()
  const call = useStepCall('factor')
  return useMutation({
    mutationFn: () => call(() => api.signIn.sendCode({ body: { way } })),
    onSuccess: (sent) => showSent(client, 'factor', sent),
  })
}

type AskProps = Pick<ProveSentCodeProps, 'way' | 'sentTo'> & {
  problem: string | undefined
  busy: boolean
  onSend: () => void
}

function Ask({ way, sentTo: to, problem, busy, onSend }: AskProps) {
  const t = useTranslations()
  return (
    <Stack>
      <p>{t(`signInSteps.factor.${way}Ask`, { to })}</p>
      {way === 'email' && <p>{t('signInSteps.factor.emailIsWeak')}</p>}
      {problem && (
        <Notice tone="error" live>
          {problem}
        </Notice>
      )}
      <Button wide busy={busy} onClick={onSend}>
        {t(`secondStep.sent.${way}Send`)}
      </Button>
    </Stack>
  )
}
