import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { api } from '../../client/api.ts'
import { useProblemText } from '../../client/problem-text.ts'
import { useFresh } from '../../client/step-up.ts'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { ProblemNotice } from '../../ui/notice.tsx'
import { Outcome } from '../../ui/outcome.tsx'
import { Section } from '../../ui/section.tsx'
import { smsQuery } from './sms-query.ts'
import { SmsState } from './sms-state.tsx'

/** The one switch of all text messages, in case of abuse that runs up the bill. */
export function SmsSwitch() {
  const t = useTranslations('platform.sms')
  const problemText = useProblemText()
  const { data, error, refetch } = useQuery(smsQuery)
  const [asked, setAsked] = useState<'on' | 'off'>()
  const [outcome, setOutcome] = useState<string>()
  const change = useSwitch()
  const ask = (to: 'on' | 'off') => {
    setOutcome(undefined)
    setAsked(to)
  }
  const close = () => {
    setAsked(undefined)
    change.reset()
  }
  const confirm = (to: 'on' | 'off') =>
    change.mutate(to, {
      onSuccess: () => {
        close()
        setOutcome(t(to === 'on' ? 'onNow' : 'offNow'))
      },
    })
  return (
    <Section title={t('title')} intro={<p>{t('intro')}</p>}>
      <Loaded data={data} failed={t('failed')} problem={error ? problemText(error) : undefined} onRetry={refetch}>
        {(sms) => <SmsState sms={sms} onAsk={ask} />}
      </Loaded>
      <ConfirmDialog
        opened={asked !== undefined}
        title={t(asked === 'on' ? 'askOn' : 'askOff')}
        confirmLabel={t(asked === 'on' ? 'switchOn' : 'switchOff')}
        tone={asked === 'on' ? 'primary' : 'danger'}
        busy={change.isPending}
        onConfirm={() => asked && confirm(asked)}
        onCancel={close}
      >
        <p>{t(asked === 'on' ? 'askOnText' : 'askOffText')}</p>
        <ProblemNotice>{change.isError && <p>{problemText(change.error)}</p>}</ProblemNotice>
      </ConfirmDialog>
      <Outcome text={outcome} onDismiss={() => setOutcome(undefined)} />
    </Section>
  )
}

function useSwitch() {
  const fresh = useFresh()
  const client = useQueryClient()
  return useMutation({
    mutationFn: (to: 'on' | 'off') => fresh(() => api.operators.switchSms({ body: { on: to === 'on' } })),
    onSettled: () => client.invalidateQueries(smsQuery),
  })
}
