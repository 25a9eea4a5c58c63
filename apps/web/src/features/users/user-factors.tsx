import { useTranslations } from 'use-intl'
import type { Column } from '../../ui/column.ts'
import { DataTable } from '../../ui/data-table.tsx'
import { DateTime } from '../../ui/date-time.tsx'
import { Section } from '../../ui/section.tsx'
import type { UserDetail } from './user-queries.ts'

type Factor = UserDetail['factors'][number]

/** What unlinking would take away. A number is called by its last digits. */
export function UserFactors({ user: { factors } }: { user: UserDetail }) {
  const t = useTranslations('users.detail')
  const columns: Column<Factor>[] = [
    { key: 'name', header: t('factor'), rowHeader: true, cell: ({ name, ending }) => (ending ? `…${ending}` : name) },
    { key: 'kind', header: t('factorKind'), cell: ({ kind }) => t(`kind.${kind}`) },
    { key: 'linked', header: t('linkedAt'), cell: ({ linkedAt }) => <DateTime at={linkedAt} format="date" /> },
    {
      key: 'used',
      header: t('usedAt'),
      cell: ({ lastUsedAt }) => (lastUsedAt ? <DateTime at={lastUsedAt} /> : t('never')),
    },
  ]
  return (
    <Section title={t('factors')}>
      {factors.length === 0 ? (
        <p>{t('noFactors')}</p>
      ) : (
        <DataTable caption={t('factors')} columns={columns} rows={factors} rowKey={({ id }) => id} />
      )}
    </Section>
  )
}
