import { useTranslations } from 'use-intl'
import type { Column, Sort } from './column.ts'
import classes from './sort-select.module.css'

type SortSelectProps<Row> = {
  columns: readonly Column<Row>[]
  sort: Sort | undefined
  onSort: (sort: Sort) => void
}

/** Rows shown as cards have no headers to press: the same choice as a list. */
export function SortSelect<Row>({ columns, sort, onSort }: SortSelectProps<Row>) {
  const t = useTranslations('list')
  const choices = columns
    .filter((column) => column.sortable)
    .flatMap(({ key, header }) => [
      { column: key, direction: 'ascending' as const, label: t('ascending', { column: header }) },
      { column: key, direction: 'descending' as const, label: t('descending', { column: header }) },
    ])
  const chosen = choices.findIndex(({ column, direction }) => column === sort?.column && direction === sort.direction)
  return (
    <label className={classes.choice}>
      {t('sortBy')}
      <select
        value={chosen}
        onChange={(event) => {
          const choice = choices[Number(event.currentTarget.value)]
          if (choice) onSort({ column: choice.column, direction: choice.direction })
        }}
      >
        {chosen < 0 && <option value={-1} />}
        {choices.map(({ label }, index) => (
          <option key={label} value={index}>
            {label}
          </option>
        ))}
      </select>
    </label>
  )
}
