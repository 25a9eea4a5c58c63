import { useTranslations } from 'use-intl'
import type { Column } from '../../ui/column.ts'
import { DataTable } from '../../ui/data-table.tsx'
import { DateTime } from '../../ui/date-time.tsx'
import { Section } from '../../ui/section.tsx'
import type { UserDetail } from './user-queries.ts'

type Authenticator = UserDetail['authenticators'][number]

/** What unlinking would take away. */
export function UserAuthenticators({ user: { authenticators } }: { user: UserDetail }) {
  const t = useTranslations('users.detail')
  const columns: Column<Authenticator>[] = [
    { key: 'name', header: t('authenticator'), rowHeader: true, cell: ({ name }) => name },
    { key: 'linked', header: t('linkedAt'), cell: ({ linkedAt }) => <DateTime at={linkedAt} format="date" /> },
    {
      key: 'used',
      header: t('usedAt'),
      cell: ({ lastUsedAt }) => (lastUsedAt ? <DateTime at={lastUsedAt} /> : t('never')),
    },
  ]
  return (
    <Section title={t('authenticators')}>
      {authenticators.length === 0 ? (
        <p>{t('noAuthenticators')}</p>
      ) : (
        <DataTable caption={t('authenticators')} columns={columns} rows={authenticators} rowKey={({ id }) => id} />
      )}
    </Section>
  )
}
