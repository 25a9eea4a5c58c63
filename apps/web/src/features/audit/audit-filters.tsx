import { AUDIT_OUTCOMES } from '@keyholder/domain'
import { Link } from 'react-router'
import { useTranslations } from 'use-intl'
import { DayField } from '../../ui/day-field.tsx'
import { FilterBar } from '../../ui/filter-bar.tsx'
import { FoldableFields } from '../../ui/foldable-fields.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import classes from './audit-log.module.css'
import type { AuditEvent } from './audit-query.ts'
import { actionChoices } from './audit-words.ts'
import { PRESET_NAMES, PRESETS, presetOf } from './presets.ts'
import { type AuditQuery, filtersOf, readAuditQuery, writeAuditQuery } from './read-audit-query.ts'
import type { useAuditLog } from './use-audit-log.ts'

type AuditFiltersProps = {
  query: AuditQuery
  change: ReturnType<typeof useAuditLog>['change']
  events: readonly AuditEvent[] | undefined
  /** Whether `events` is all that was found. */
  isWhole: boolean
  /** Told before everybody is shown again: the link that does it is gone then. */
  onTurn: () => void
}

const LONGEST_SEARCH = 100

/** Everything that narrows the log. */
export function AuditFilters({ query, change, events, isWhole, onTurn }: AuditFiltersProps) {
  const t = useTranslations('audit')
  const filters = filtersOf(query)
  const active = presetOf(filters)
  const choose = (name: 'action' | 'outcome' | 'from' | 'until', value: string) =>
    change(only(name, value), { preventScrollReset: true })
  const search = (text: string) =>
    change({ search: text.slice(0, LONGEST_SEARCH) }, { replace: true, preventScrollReset: true })
  const everything = (label: string) => ({ value: '', label })
  return (
    <FilterBar
      search={{ label: t('search'), value: query.search ?? '', onSearch: search }}
      presets={PRESET_NAMES.map((name) => ({
        label: t(`presets.${name}`),
        to: writeAuditQuery(name === active ? {} : PRESETS[name]),
        active: name === active,
      }))}
      clear={Object.keys(filters).length > 0 ? writeAuditQuery({}) : undefined}
      found={events ? t(isWhole ? 'found' : 'foundPart', { count: events.length }) : ''}
    >
      <FoldableFields label={t('moreFilters')}>
        <SelectField
          name="filter-action"
          label={t('action')}
          value={query.action ?? ''}
          onChange={(event) => choose('action', event.currentTarget.value)}
          data={[everything(t('allActions')), ...actionChoices(t)]}
        />
        <SelectField
          name="filter-outcome"
          label={t('outcome')}
          value={query.outcome ?? ''}
          onChange={(event) => choose('outcome', event.currentTarget.value)}
          data={[
            everything(t('allOutcomes')),
            ...AUDIT_OUTCOMES.map((value) => ({ value, label: t(`outcomes.${value}`) })),
          ]}
        />
        <DayField name="from" label={t('from')} value={query.from ?? ''} onDay={(day) => choose('from', day)} />
        <DayField name="until" label={t('until')} value={query.until ?? ''} onDay={(day) => choose('until', day)} />
      </FoldableFields>
      {query.user && <OneUser query={query} name={nameOf(query.user, events)} onTurn={onTurn} />}
    </FilterBar>
  )
}

/** Says that it is about one user only, and leads back to everybody. */
function OneUser({ query, name, onTurn }: { query: AuditQuery; name: string | undefined; onTurn: () => void }) {
  const t = useTranslations('audit')
  return (
    <p className={classes.oneUser}>
      {name ? t('onlyUser', { name }) : t('onlyThisUser')}{' '}
      <Link to={writeAuditQuery({ ...filtersOf(query), user: undefined })} onClick={onTurn}>
        {t('everybody')}
      </Link>
    </p>
  )
}

/** The name of this user in the events; the newest first. */
function nameOf(user: string, events: readonly AuditEvent[] = []): string | undefined {
  const names = events.flatMap(({ actor, object }) => [actor, object]).filter((one) => one?.id === user)
  return names[0]?.name ?? undefined
}

/** That filter in another state, read as an address would be; chosen empty it is given up. */
function only(name: 'action' | 'outcome' | 'from' | 'until', value: string): AuditQuery {
  return { [name]: undefined, ...readAuditQuery(new URLSearchParams({ [name]: value })) }
}
