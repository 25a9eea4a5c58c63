import { LAST_SIGN_IN_FILTERS } from '@keyholder/contracts'
import { MEMBERSHIP_STATUSES, SECOND_STEP_STATES, USER_KINDS } from '@keyholder/domain'
import { useTranslations } from 'use-intl'
import { useRoleName } from '../../messages/use-role-name.ts'
import { FilterBar } from '../../ui/filter-bar.tsx'
import { FoldableFields } from '../../ui/foldable-fields.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import { PRESET_NAMES, PRESETS, presetOf } from './presets.ts'
import { filtersOf, readUserQuery, type UserQuery, writeUserQuery } from './read-user-query.ts'
import type { RoleChoice } from './role-options.ts'
import type { useUserList } from './use-user-list.ts'

type UserFiltersProps = {
  query: UserQuery
  change: ReturnType<typeof useUserList>['change']
  roles: readonly RoleChoice[]
  found: string
}

const LONGEST_SEARCH = 100

/** Everything that narrows the list. */
export function UserFilters({ query, change, roles, found }: UserFiltersProps) {
  const t = useTranslations('users')
  const roleName = useRoleName()
  const filters = filtersOf(query)
  const active = presetOf(filters)
  const search = (text: string) =>
    change({ search: text.slice(0, LONGEST_SEARCH) }, { replace: true, preventScrollReset: true })
  const field = (name: Field, options: readonly (readonly [value: string, label: string])[]) => (
    <SelectField
      name={`filter-${name}`}
      label={t(`filter.${name}`)}
      value={query[name] ?? ''}
      onChange={(event) => change(only(name, event.currentTarget.value), { preventScrollReset: true })}
      data={[{ value: '', label: t('filter.all') }, ...options.map(([value, label]) => ({ value, label }))]}
    />
  )
  return (
    <FilterBar
      search={{ label: t('search'), value: query.search ?? '', onSearch: search }}
      presets={PRESET_NAMES.map((name) => ({
        label: t(`preset.${name}`),
        to: writeUserQuery(name === active ? {} : PRESETS[name]),
        active: name === active,
      }))}
      clear={Object.keys(filters).length > 0 ? writeUserQuery({ sort: query.sort }) : undefined}
      found={found}
    >
      <FoldableFields label={t('moreFilters')}>
        {field(
          'kind',
          USER_KINDS.map((value) => [value, t(`kind.${value}`)]),
        )}
        {roles.length > 0 &&
          field(
            'role',
            roles.map((role) => [role.id, roleName(role)]),
          )}
        {field(
          'status',
          MEMBERSHIP_STATUSES.map((value) => [value, t(`status.${value}`)]),
        )}
        {field(
          'secondStep',
          SECOND_STEP_STATES.map((value) => [value, t(`secondStep.${value}`)]),
        )}
        {field(
          'lastSignIn',
          LAST_SIGN_IN_FILTERS.map((value) => [value, t(`lastSignIn.${value}`)]),
        )}
      </FoldableFields>
    </FilterBar>
  )
}

type Field = 'kind' | 'role' | 'status' | 'secondStep' | 'lastSignIn'

/** That field in another state, read as an address would be; chosen empty it is given up. */
function only(name: Field, value: string): UserQuery {
  return { [name]: undefined, ...readUserQuery(new URLSearchParams({ [name]: value })) }
}
