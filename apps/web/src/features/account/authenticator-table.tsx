import { IconEdit, IconRefresh, IconTrash } from '@tabler/icons-react'
import { useTranslations } from 'use-intl'
import { ActionMenu } from '../../ui/action-menu.tsx'
import type { Column } from '../../ui/column.ts'
import { DataTable } from '../../ui/data-table.tsx'
import { DateTime } from '../../ui/date-time.tsx'
import { writePlace } from './account-part.ts'
import type { Authenticator } from './account-queries.ts'

type Acts = { onRename: (authenticator: Authenticator) => void; onRemove: (authenticator: Authenticator) => void }
type AuthenticatorTableProps = Acts & { authenticators: readonly Authenticator[] }

export function AuthenticatorTable({ authenticators, ...acts }: AuthenticatorTableProps) {
  const t = useTranslations('account.authenticators')
  const isOnly = authenticators.length === 1
  const columns: Column<Authenticator>[] = [
    { key: 'name', header: t('name'), rowHeader: true, cell: ({ name }) => name },
    { key: 'linked', header: t('linked'), cell: ({ linkedAt }) => <DateTime at={linkedAt} /> },
    {
      key: 'lastUsed',
      header: t('lastUsed'),
      cell: ({ lastUsedAt }) => (lastUsedAt ? <DateTime at={lastUsedAt} /> : t('never')),
    },
    {
      key: 'actions',
      header: t('actions'),
      headerHidden: true,
      cell: (authenticator) => <Actions authenticator={authenticator} isOnly={isOnly} {...acts} />,
    },
  ]
  return <DataTable caption={t('list')} columns={columns} rows={authenticators} rowKey={({ id }) => id} />
}

type ActionsProps = Acts & { authenticator: Authenticator; isOnly: boolean }

function Actions({ authenticator, isOnly, onRename, onRemove }: ActionsProps) {
  const t = useTranslations('account.authenticators')
  const { id, name } = authenticator
  const remove = {
    label: t('remove'),
    icon: <IconTrash aria-hidden="true" />,
    danger: true,
    onSelect: () => onRemove(authenticator),
  }
  return (
    <ActionMenu
      label={t('actionsFor', { name })}
      actions={[
        { label: t('rename'), icon: <IconEdit aria-hidden="true" />, onSelect: () => onRename(authenticator) },
        {
          label: t('replace'),
          icon: <IconRefresh aria-hidden="true" />,
          to: writePlace({ part: 'authenticators', link: { replaces: id } }),
        },
        ...(isOnly ? [] : [remove]),
      ]}
    />
  )
}
