import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { useSearchParams } from 'react-router'
import { useTranslations } from 'use-intl'
import { problemCode } from '../../client/errors.ts'
import { useProblemText } from '../../client/problem-text.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { KeysetPager } from '../../ui/keyset-pager.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { pageBefore, rememberPage } from '../../ui/page-before.ts'
import { usePageTurning } from '../../ui/use-page-turning.ts'
import { readCursor, writeCursor } from './read-cursor.ts'
import classes from './tenant-list.module.css'
import { TenantTable } from './tenant-table.tsx'
import { tenantsQuery } from './tenants-query.ts'

/** Every organisation on the platform, by name. */
export function TenantList() {
  const t = useTranslations('platform')
  const problemText = useProblemText()
  const { cursor, data, error, refetch, isPlaceholderData } = useTenants()
  const { top, turn } = usePageTurning(cursor)
  return (
    <div
      ref={top}
      tabIndex={-1}
      className={classes.list}
      data-waiting={isPlaceholderData}
      aria-busy={isPlaceholderData}
    >
      <Loaded
        data={data}
        failed={t('failed')}
        problem={error ? problemText(error) : undefined}
        onRetry={refetch}
        lines={9}
      >
        {({ items, next }) =>
          items.length === 0 ? (
            <EmptyState title={t('empty')}>
              <p>{t('emptyText')}</p>
            </EmptyState>
          ) : (
            <>
              <TenantTable tenants={items} />
              <KeysetPager {...neighbours(cursor, next)} onTurn={turn} />
            </>
          )
        }
      </Loaded>
    </div>
  )
}

function useTenants() {
  const [params, setParams] = useSearchParams()
  const cursor = readCursor(params)
  const tenants = useQuery(tenantsQuery(cursor))
  const next = tenants.isPlaceholderData ? undefined : tenants.data?.next
  useEffect(() => rememberPage(cursor, next), [cursor, next])
  // A page that is no more, or was never ours: the first one.
  const isLost = cursor !== undefined && problemCode(tenants.error) === 'request.invalid'
  useEffect(() => {
    if (isLost) setParams({}, { replace: true })
  }, [isLost, setParams])
  return { ...tenants, cursor }
}

function neighbours(cursor: string | undefined, next: string | null) {
  const before = pageBefore(cursor)
  return {
    previous: before === undefined ? undefined : writeCursor(before ?? undefined),
    next: next ? writeCursor(next) : undefined,
  }
}
