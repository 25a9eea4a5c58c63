import { useTranslations } from 'use-intl'
import { Button } from '../../ui/button.tsx'
import type { Column } from '../../ui/column.ts'
import { DataTable } from '../../ui/data-table.tsx'
import { DateTime } from '../../ui/date-time.tsx'
import { Section } from '../../ui/section.tsx'
import { useDeviceName } from '../../ui/use-device-name.ts'
import type { Action } from './offered-actions.ts'
import type { UserDetail } from './user-queries.ts'

type Device = UserDetail['sessions'][number]
type UserSessionsProps = { user: UserDetail; onAct: (action: Action) => void }

/** Where the user is signed in now, in this organisation. */
export function UserSessions({ user: { name, sessions, actions }, onAct }: UserSessionsProps) {
  const t = useTranslations('users')
  const columns = useColumns()
  const title = t('detail.sessions', { name })
  const mayEnd = sessions.length > 0 && actions.includes('end-sessions')
  return (
    <Section
      title={title}
      actions={
        mayEnd && (
          <Button look="secondary" size="small" onClick={() => onAct('end-sessions')}>
            {t('action.end-sessions')}
          </Button>
        )
      }
    >
      {sessions.length === 0 ? (
        <p>{t('detail.noSessions', { name })}</p>
      ) : (
        <DataTable caption={title} columns={columns} rows={sessions} rowKey={({ id }) => id} />
      )}
    </Section>
  )
}

function useColumns(): Column<Device>[] {
  const t = useTranslations('users.detail')
  const deviceName = useDeviceName()
  return [
    {
      key: 'device',
      header: t('device'),
      rowHeader: true,
      cell: ({ userAgent, current }) => (
        <>
          {deviceName(userAgent)}
          {current && ` (${t('thisDevice')})`}
        </>
      ),
    },
    { key: 'address', header: t('address'), cell: ({ ip }) => ip },
    { key: 'opened', header: t('openedAt'), cell: ({ openedAt }) => <DateTime at={openedAt} format="short" /> },
    { key: 'used', header: t('lastUsedAt'), cell: ({ lastUsedAt }) => <DateTime at={lastUsedAt} format="short" /> },
  ]
}
