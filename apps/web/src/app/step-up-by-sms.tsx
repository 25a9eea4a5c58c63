import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { Button } from '../ui/button.tsx'
import { DialogActions } from '../ui/dialog-actions.tsx'
import { Notice } from '../ui/notice.tsx'
import { SentCodeForm } from '../ui/sent-code-form.tsx'
import { takeFocus } from '../ui/take-focus.ts'
import { api, onThisClock, pollDelivery, serverNow } from './api.ts'
import { useCodeProblem, useSecondStepProblem } from './errors.ts'
import type { StepUpProps } from './step-up-actions.tsx'

const sentQuery = queryOptions({
  queryKey: ['session-code'],
  queryFn: async () => (await api.session.stepUpCodeSent()).sent,
  staleTime: 0,
  gcTime: 0,
  refetchInterval: ({ state }) => pollDelivery(state.data, serverNow()),
})

/** A code by text message, in the dialog. It is sent when somebody asks for it. */
export function StepUpBySms({ sentTo, otherMethods, onShown, onCancel }: StepUpProps & { sentTo: string }) {
  const t = useTranslations()
  const problemText = useSecondStepProblem()
  const explain = useCodeProblem('sms', problemText)
  const { data: sent } = useQuery(sentQuery)
  const sending = useSend()
  const problem = sending.isError ? problemText(sending.error) : undefined
  const show = async (code: string) => {
    await api.session.stepUpByCode({ body: { code } })
    onShown()
  }
  const cancel = (
    <Button look="secondary" onClick={onCancel}>
      {t('ui.cancel')}
    </Button>
  )
  if (sent) {
    return (
      <>
        <SentCodeForm
          sent={sent}
          resendAt={onThisClock(sent.resendAt)}
          until={onThisClock(sent.expiresAt)}
          resend={{ busy: sending.isPending, problem, onResend: () => sending.mutate() }}
          send={show}
          explain={explain}
          name="freshCode"
        >
          {(busy) => (
            <Button type="submit" wide busy={busy}>
              {t('session.fresh.confirm')}
            </Button>
          )}
        </SentCodeForm>
        {otherMethods}
        <DialogActions>{cancel}</DialogActions>
      </>
    )
  }
  return (
    <>
      <p>{t('session.fresh.sms', { to: sentTo })}</p>
      {problem && (
        <Notice tone="error" live>
          {problem}
        </Notice>
      )}
      {otherMethods}
      <DialogActions>
        {cancel}
        <Button ref={takeFocus} busy={sending.isPending} onClick={() => sending.mutate()}>
          {t('secondStep.sent.smsSend')}
        </Button>
      </DialogActions>
    </>
  )
}

function useSend() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: () => api.session.sendStepUpCode(),
    onSuccess: (sent) => client.setQueryData(sentQuery.queryKey, sent),
  })
}
