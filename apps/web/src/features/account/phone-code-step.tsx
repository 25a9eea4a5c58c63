import { useMutation } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { api } from '../../app/api.ts'
import { problemCode, useCodeProblem } from '../../app/errors.ts'
import { useFresh } from '../../app/session.ts'
import { Button } from '../../ui/button.tsx'
import { SentCodeForm } from '../../ui/sent-code-form.tsx'
import classes from './account.module.css'
import type { SentCode } from './account-queries.ts'
import { LinkActions } from './link-actions.tsx'
import { useAccountProblem } from './use-account-problem.ts'
import { usePhoneCodeSent } from './use-phone-code-sent.ts'

type PhoneCodeStepProps = {
  phone: string
  sent: SentCode
  onLinked: (sentTo: string) => Promise<void>
  onExpired: () => void
  /** Another number after all. */
  onOther: () => void
}

/** Step 2: the code that came. That no message could be sent is said; the number can be tried again, or another one. */
export function PhoneCodeStep({ phone, sent: first, onLinked, onExpired, onOther }: PhoneCodeStepProps) {
  const t = useTranslations('account.number')
  const problemText = useAccountProblem()
  const explain = useCodeProblem('sms', (error) => problemText(error) ?? '')
  const fresh = useFresh()
  const { sent, times, keep } = usePhoneCodeSent(first)
  const again = useMutation({
    mutationFn: () => fresh(() => api.account.startPhone({ body: { phone } })),
    onSuccess: keep,
  })
  const send = async (code: string) => {
    try {
      await fresh(() => api.account.confirmPhone({ body: { code } }))
      await onLinked(sent.sentTo)
    } catch (error) {
      if (problemCode(error) !== 'enrollment.expired') throw error
      onExpired()
    }
  }
  const resend = { busy: again.isPending, problem: problemText(again.error), onResend: () => again.mutate() }
  return (
    <div className={classes.stack}>
      <SentCodeForm sent={sent} {...times} resend={resend} send={send} explain={explain}>
        {(busy) => <LinkActions label={t('submit')} busy={busy} />}
      </SentCodeForm>
      <div>
        <Button look="quiet" onClick={onOther}>
          {t('other')}
        </Button>
      </div>
    </div>
  )
}
