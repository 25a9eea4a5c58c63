import { useTranslations } from 'use-intl'
import { Details } from '../../ui/details.tsx'
import { useDeviceName } from '../../ui/use-device-name.ts'
import classes from './audit-details.module.css'
import type { AuditEvent } from './audit-query.ts'

/** Where it came from, and its number in the server's own log. */
export function AuditTraces({ event: { ip, userAgent, requestId } }: { event: AuditEvent }) {
  const t = useTranslations('audit.details')
  const traces = [
    { term: t('address'), value: ip ?? t('notKnown') },
    { term: t('device'), value: userAgent ? <Device userAgent={userAgent} /> : t('notKnown') },
    { term: t('requestId'), value: requestId && <code className={classes.code}>{requestId}</code> },
  ]
  return (
    <div className={classes.traces}>
      <Details items={traces.filter(({ value }) => value)} />
      {requestId && <p className={classes.soft}>{t('requestIdHint')}</p>}
    </div>
  )
}

function Device({ userAgent }: { userAgent: string }) {
  const deviceName = useDeviceName()
  return (
    <>
      {deviceName(userAgent)}
      <br />
      <span className={classes.soft}>{userAgent}</span>
    </>
  )
}
