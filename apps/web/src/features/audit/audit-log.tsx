import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { useProblemText } from '../../client/problem-text.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { KeysetPager } from '../../ui/keyset-pager.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { pageBefore } from '../../ui/page-before.ts'
import { usePageTurning } from '../../ui/use-page-turning.ts'
import { AuditDays } from './audit-days.tsx'
import { AuditDetails } from './audit-details.tsx'
import { AuditFilters } from './audit-filters.tsx'
import classes from './audit-log.module.css'
import type { AuditEvent } from './audit-query.ts'
import { type AuditQuery, filtersOf, writeAuditQuery } from './read-audit-query.ts'
import { useAuditLog } from './use-audit-log.ts'

/** What happened, newest first: found, leafed through, and looked at closely. */
export function AuditLog() {
  const t = useTranslations('audit')
  const problemText = useProblemText()
  const { query, change, data, error, refetch, isPlaceholderData } = useAuditLog()
  const [chosen, setChosen] = useState<AuditEvent>()
  const { top, turn } = usePageTurning(writeAuditQuery(query).search)
  const problem = error ? problemText(error) : undefined
  return (
    <>
      <AuditFilters query={query} change={change} events={data?.items} isWhole={isWhole(query, data)} onTurn={turn} />
      <section
        ref={top}
        tabIndex={-1}
        aria-label={t('list')}
        className={classes.log}
        data-waiting={isPlaceholderData}
        aria-busy={isPlaceholderData}
      >
        <Loaded data={data} failed={t('failed')} problem={problem} onRetry={refetch} lines={9}>
          {({ items, next }) =>
            items.length === 0 ? (
              <NothingFound query={query} />
            ) : (
              <>
                <AuditDays events={items} onOpen={setChosen} />
                <KeysetPager {...neighbours(query, next)} onTurn={turn} />
              </>
            )
          }
        </Loaded>
      </section>
      <AuditDetails event={chosen} query={query} onClose={() => setChosen(undefined)} onLeave={turn} />
    </>
  )
}

function NothingFound({ query }: { query: AuditQuery }) {
  const t = useTranslations('audit')
  const isFiltered = Object.keys(filtersOf(query)).length > 0
  return (
    <EmptyState
      title={t('empty')}
      action={
        isFiltered && (
          <ButtonLink to={writeAuditQuery({})} look="secondary">
            {t('clear')}
          </ButtonLink>
        )
      }
    >
      <p>{isFiltered ? t('emptyText') : t('emptyWithoutFilters')}</p>
    </EmptyState>
  )
}

/** Whether all that was found is in sight. */
function isWhole({ cursor }: AuditQuery, data: { next: string | null } | undefined): boolean {
  return cursor === undefined && data?.next === null
}

function neighbours(query: AuditQuery, next: string | null) {
  const before = pageBefore(query.cursor)
  return {
    previous: before === undefined ? undefined : writeAuditQuery({ ...query, cursor: before ?? undefined }),
    next: next ? writeAuditQuery({ ...query, cursor: next }) : undefined,
  }
}
