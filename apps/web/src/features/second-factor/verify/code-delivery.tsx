import { useTranslations } from 'use-intl'
import { Notice } from '../../../ui/notice.tsx'

type CodeDeliveryProps = {
  method: 'sms' | 'email'
  sentTo: string
  delivery: 'sending' | 'sent' | 'failed'
  /** Until when the code works: milliseconds on this device's clock. */
  until: number
}

/** Where a code was sent, and what became of it. A failure is said as one: nothing takes its place by itself. */
export function CodeDelivery({ method, sentTo: to, delivery, until }: CodeDeliveryProps) {
  const t = useTranslations('secondStep.sent')
  if (delivery === 'failed') {
    return (
      <Notice tone="error" title={t(`${method}Failed`, { to })} live>
        <p>{t(`${method}FailedNext`)}</p>
      </Notice>
    )
  }
  return (
    <p role="status">
      {delivery === 'sending' ? t(`${method}Sending`, { to }) : t(`${method}Sent`, { to, at: new Date(until) })}
    </p>
  )
}
