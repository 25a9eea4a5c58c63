import { useMutation } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { api } from '../../../client/api.ts'
import { problemCode } from '../../../client/errors.ts'
import { useCodeProblem } from '../../../client/second-step-problem.ts'
import { useFresh } from '../../../client/step-up.ts'
import classes from '../../../ui/arrangement.module.css'
import { Button } from '../../../ui/button.tsx'
import { useFactorProblem } from '../use-factor-problem.ts'
import type { SentCode } from '../verify/ceremony.ts'
import { SentCodeForm } from '../verify/sent-code-form.tsx'
import { LinkActions } from './link-actions.tsx'
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
  const problemText = useFactorProblem()
  const explain = useCodeProblem('sms', (error) => problemText(error) ?? '')
  const fresh = useFresh()
  const { sent, keep } = usePhoneCodeSent(first)
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
      <SentCodeForm sent={sent} resend={resend} send={send} explain={explain}>
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
