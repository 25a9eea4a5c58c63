import { USER_SORTS } from '@keyholder/contracts'
import { IconDeviceMobileOff, IconDeviceMobilePlus, IconKey } from '@tabler/icons-react'
import { Link } from 'react-router'
import { useTranslations } from 'use-intl'
import { useSession } from '../../app/session.ts'
import type { users as texts } from '../../messages/nl/users.ts'
import { useRoleName } from '../../messages/use-role-name.ts'
import type { Column, Sort } from '../../ui/column.ts'
import { DataTable } from '../../ui/data-table.tsx'
import { DateTime } from '../../ui/date-time.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { StatusChip } from '../../ui/status-chip.tsx'
import type { Act } from './action-dialog.tsx'
import { useListState } from './list-state.ts'
import { type Action, offeredActions } from './offered-actions.ts'
import type { UserQuery } from './read-user-query.ts'
import { SecondStepChip, UserStatusChip } from './user-chips.tsx'
import { UserMenu } from './user-menu.tsx'
import type { User } from './user-queries.ts'
import classes from './user-table.module.css'

type UserTableProps = {
  users: readonly User[]
  sort: UserQuery['sort']
  onSort: (sort: UserQuery['sort']) => void
  onAct: (act: Act) => void
}

export function UserTable({ users, sort = 'name', onSort, onAct }: UserTableProps) {
  const t = useTranslations('users')
  const columns = useColumns(onAct)
  return (
    <DataTable
      caption={t('caption')}
      columns={columns}
      rows={users}
      rowKey={(user) => user.id}
      sort={readSort(sort)}
      onSort={(wanted) => onSort(writeSort(wanted))}
    />
  )
}

function useColumns(onAct: (act: Act) => void): Column<User>[] {
  const t = useTranslations('users')
  const session = useSession()
  const header = (key: keyof typeof texts.column) => ({ key, header: t(`column.${key}`) })
  return [
    { ...header('name'), rowHeader: true, sortable: true, cell: (user) => <Name user={user} /> },
    { ...header('role'), cell: (user) => <RoleName user={user} /> },
    { ...header('status'), cell: (user) => <UserStatusChip user={user} /> },
    {
      ...header('secondStep'),
      cell: (user) => (
        <span className={classes.step}>
          <SecondStepChip user={user} />
          {offeredActions(session, user).includes('unlink') && (
            <UnlinkButton user={user} onClick={() => onAct({ action: 'unlink', user })} />
          )}
        </span>
      ),
    },
    {
      ...header('lastSignInAt'),
      sortable: true,
      cell: (user) => <LastSignIn user={user} />,
    },
    {
      ...header('createdAt'),
      sortable: true,
      spare: true,
      cell: ({ createdAt }) => <DateTime at={createdAt} format="day" />,
    },
    {
      ...header('actions'),
      headerHidden: true,
      cell: (user) => (
        <UserMenu
          user={user}
          actions={offeredActions(session, user)}
          onAct={(action: Action) => onAct({ action, user })}
        />
      ),
    },
  ]
}

function readSort(sort: NonNullable<UserQuery['sort']>): Sort {
  return sort.startsWith('-')
    ? { column: sort.slice(1), direction: 'descending' }
    : { column: sort, direction: 'ascending' }
}

function writeSort({ column, direction }: Sort): UserQuery['sort'] {
  const wanted = direction === 'descending' ? `-${column}` : column
  return USER_SORTS.find((sort) => sort === wanted)
}
