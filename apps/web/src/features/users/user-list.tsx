import { type ReactNode, useState } from 'react'
import { useFormatter, useTranslations } from 'use-intl'
import { KeysetPager } from '../../ui/keyset-pager.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { Outcome } from '../../ui/outcome.tsx'
import { pageBefore } from '../../ui/page-before.ts'
import { usePageTurning } from '../../ui/use-page-turning.ts'
import { type Act, ActionDialog } from './action-dialog.tsx'
import { NoUsersFound } from './no-users-found.tsx'
import { filtersOf, type UserQuery, writeUserQuery } from './read-user-query.ts'
import type { RoleChoice } from './role-options.ts'
import { useUserList } from './use-user-list.ts'
import { useUserProblem } from './use-user-problem.ts'
import { UserFilters } from './user-filters.tsx'
import classes from './user-table.module.css'
import { UserTable } from './user-table.tsx'

type UserListProps = {
  roles: readonly RoleChoice[]
  /** Under the list when the user is the only one in it. */
  alone: ReactNode
}

/** Everybody in the organisation: found, put in order, and acted upon. */
export function UserList({ roles, alone }: UserListProps) {
  const t = useTranslations('users')
  const { query, change, data, error, refetch, isPlaceholderData } = useUserList()
  const problem = useUserProblem()(error)
  const found = useFound(data)
  const [act, setAct] = useState<Act>()
  const [outcome, setOutcome] = useState<string>()
  const { top, turn } = usePageTurning(query.cursor)
  const begin = (begun: Act) => {
    setOutcome(undefined)
    setAct(begun)
  }
  const end = (came?: string) => {
    setAct(undefined)
    setOutcome(came)
  }
  return (
    <>
      <UserFilters query={query} change={change} roles={roles} found={found} />
      <div
        ref={top}
        tabIndex={-1}
        className={isPlaceholderData ? classes.waiting : undefined}
        aria-busy={isPlaceholderData}
      >
        <Loaded data={data} failed={t('failed')} problem={problem} onRetry={refetch} lines={9}>
          {({ items, next }) =>
            items.length === 0 ? (
              <NoUsersFound query={query} />
            ) : (
              <>
                <UserTable users={items} sort={query.sort} onSort={(sort) => change({ sort })} onAct={begin} />
                <KeysetPager {...neighbours(query, next)} onTurn={turn} />
              </>
            )
          }
        </Loaded>
      </div>
      {data?.count === 1 && Object.keys(filtersOf(query)).length === 0 && <div className={classes.alone}>{alone}</div>}
      {act && <ActionDialog {...act} roles={roles} onEnd={end} />}
      <Outcome text={outcome} onDismiss={() => setOutcome(undefined)} />
    </>
  )
}

/** How many, in words; nothing yet while they are counted. */
function useFound(data: { count: number; more: boolean } | undefined): string {
  const t = useTranslations('users')
  const formatter = useFormatter()
  if (!data) return ''
  return data.more ? t('foundMore', { count: formatter.number(data.count) }) : t('found', { count: data.count })
}

function neighbours(query: UserQuery, next: string | null) {
  const before = pageBefore(query.cursor)
  return {
    previous: before === undefined ? undefined : writeUserQuery({ ...query, cursor: before ?? undefined }),
    next: next ? writeUserQuery({ ...query, cursor: next }) : undefined,
  }
}
