import type { PackageStatus } from '@keyholder/domain'
import { useTranslations } from 'use-intl'
import type { Column } from '../../ui/column.ts'
import { DataTable } from '../../ui/data-table.tsx'
import { DateTime } from '../../ui/date-time.tsx'
import { StatusChip } from '../../ui/status-chip.tsx'
import classes from './tenant-list.module.css'
import type { Tenant } from './tenants-query.ts'

const TONE = { active: 'success', suspended: 'warning', ended: 'neutral' } as const satisfies Record<
  PackageStatus,
  string
>

export function TenantTable({ tenants }: { tenants: readonly Tenant[] }) {
  const t = useTranslations('platform')
  const words = useTranslations('tenantPackage')
  const columns: Column<Tenant>[] = [
    { key: 'name', header: t('name'), rowHeader: true, cell: ({ name }) => name },
    { key: 'package', header: t('package'), cell: (tenant) => words(`kind.${tenant.package}`) },
    {
      key: 'status',
      header: t('status'),
      cell: ({ status }) => <StatusChip tone={TONE[status]} label={words(`statuses.${status}`)} />,
    },
    { key: 'holder', header: t('holder'), cell: ({ holderName }) => holderName ?? t('noHolder') },
    {
      key: 'seats',
      header: t('seats'),
      cell: ({ seats, seatsUsed }) => t('seatsUsed', { used: seatsUsed, seats }),
    },
    {
      key: 'since',
      header: t('since'),
      cell: ({ createdAt }) => (
        <span className={classes.day}>
          <DateTime at={createdAt} format="day" />
        </span>
      ),
    },
  ]
  return <DataTable caption={t('title')} columns={columns} rows={tenants} rowKey={({ id }) => id} />
}
