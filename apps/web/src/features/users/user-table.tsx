import { USER_SORTS } from '@keyholder/contracts'
import { useTranslations } from 'use-intl'
import { useSession } from '../../client/use-session.ts'
import type { users as texts } from '../../messages/nl/users.ts'
import type { Column, Sort } from '../../ui/column.ts'
import { DataTable } from '../../ui/data-table.tsx'
import { DateTime } from '../../ui/date-time.tsx'
import type { Act } from './action-dialog.tsx'
import { offeredActions } from './offered-actions.ts'
import type { UserQuery } from './read-user-query.ts'
import { LastSignIn, Name, RoleName, SecondStep } from './user-cells.tsx'
import { UserStatusChip } from './user-chips.tsx'
import { UserMenu } from './user-menu.tsx'
import type { User } from './user-queries.ts'

type UserTableProps = {
  users: readonly User[]
  sort: UserQuery['sort']
  onSort: (sort: UserQuery['sort']) => void
  onAct: (act: Act) => void
}

/** The list itself: each row a user, with what can be done to them. */
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
  const offered = (user: User) => offeredActions(session, user)
  const header = (key: keyof typeof texts.column) => ({ key, header: t(`column.${key}`) })
  return [
    { ...header('name'), rowHeader: true, sortable: true, cell: (user) => <Name user={user} /> },
    { ...header('role'), cell: (user) => <RoleName user={user} /> },
    { ...header('status'), cell: (user) => <UserStatusChip user={user} /> },
    {
      ...header('secondStep'),
      cell: (user) => (
        <SecondStep
          user={user}
          onUnlink={offered(user).includes('unlink') && (() => onAct({ action: 'unlink', user }))}
        />
      ),
    },
    { ...header('lastSignInAt'), sortable: true, cell: (user) => <LastSignIn user={user} /> },
    {
      ...header('createdAt'),
      sortable: true,
      spare: true,
      cell: ({ createdAt }) => <DateTime at={createdAt} format="day" />,
    },
    {
      ...header('actions'),
      headerHidden: true,
      cell: (user) => <UserMenu user={user} actions={offered(user)} onAct={(action) => onAct({ action, user })} />,
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
