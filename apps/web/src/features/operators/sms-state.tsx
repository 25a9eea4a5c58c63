import { useTranslations } from 'use-intl'
import { useMay } from '../../client/use-session.ts'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import type { Sms } from './sms-query.ts'

const REASONS = ['operator', 'smsByCountry', 'smsOverall'] as const

/** The state, since when and why, and the button that changes it for those who may. */
export function SmsState({ sms: { configured, off }, onAsk }: { sms: Sms; onAsk: (to: 'on' | 'off') => void }) {
  const t = useTranslations('platform.sms')
  const may = useMay()
  const mayEdit = may('platform:edit')
  if (off) {
    const known = REASONS.find((reason) => reason === off.reason)
    return (
      <Notice
        tone="warning"
        title={t('off', { at: new Date(off.at) })}
        action={mayEdit && <Button onClick={() => onAsk('on')}>{t('switchOn')}</Button>}
      >
        <p>{known ? t(`reason.${known}`) : off.reason}</p>
      </Notice>
    )
  }
  if (!configured) {
    return (
      <Notice tone="info" title={t('notConfigured')}>
        <p>{t('notConfiguredText')}</p>
      </Notice>
    )
  }
  return (
    <Notice
      tone="success"
      title={t('on')}
      action={
        mayEdit && (
          <Button look="secondary" onClick={() => onAsk('off')}>
            {t('switchOff')}
          </Button>
        )
      }
    >
      <p>{t('onText')}</p>
    </Notice>
  )
}
