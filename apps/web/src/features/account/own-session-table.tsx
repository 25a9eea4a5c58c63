import { useTranslations } from 'use-intl'
import classes from '../../ui/arrangement.module.css'
import { Button } from '../../ui/button.tsx'
import type { Column } from '../../ui/column.ts'
import { DataTable } from '../../ui/data-table.tsx'
import { DateTime } from '../../ui/date-time.tsx'
import { StatusChip } from '../../ui/status-chip.tsx'
import { useDeviceName } from '../../ui/use-device-name.ts'
import type { OwnSession } from './account-queries.ts'

type OwnSessionTableProps = { sessions: readonly OwnSession[]; onEnd: (session: OwnSession) => void }

export function OwnSessionTable({ sessions, onEnd }: OwnSessionTableProps) {
  const t = useTranslations('account.sessions')
  const deviceName = useDeviceName()
  const end: Column<OwnSession> = {
    key: 'end',
    header: t('actions'),
    cell: (session) => {
      if (session.current) return null
      const label = t('endNamed', { device: deviceName(session.userAgent), at: new Date(session.lastUsedAt) })
      return (
        <Button look="secondary" size="small" aria-label={label} onClick={() => onEnd(session)}>
          {t('end')}
        </Button>
      )
    },
  }
  const columns: Column<OwnSession>[] = [
    {
      key: 'device',
      header: t('device'),
      rowHeader: true,
      cell: ({ userAgent, current, tenantName }) => (
        <span className={classes.device}>
          <span>
            {deviceName(userAgent)}
            <br />
            <span className={classes.soft}>{tenantName}</span>
          </span>
          {current && <StatusChip tone="success" label={t('this')} />}
        </span>
      ),
    },
    { key: 'place', header: t('place'), cell: ({ ip }) => ip },
    { key: 'opened', header: t('opened'), cell: ({ openedAt }) => <DateTime at={openedAt} format="short" /> },
    { key: 'lastUsed', header: t('lastUsed'), cell: ({ lastUsedAt }) => <DateTime at={lastUsedAt} format="short" /> },
    // With only this session there is nothing to end: signing out does that.
    ...(sessions.some(({ current }) => !current) ? [end] : []),
  ]
  return <DataTable caption={t('list')} columns={columns} rows={sessions} rowKey={({ id }) => id} />
}
