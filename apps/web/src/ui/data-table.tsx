import { IconArrowDown, IconArrowsSort, IconArrowUp } from '@tabler/icons-react'
import type { Column, Sort } from './column.ts'
import classes from './data-table.module.css'
import { SortSelect } from './sort-select.tsx'
import hidden from './visually-hidden.module.css'

type DataTableProps<Row> = {
  /** What it lists, for screen readers. */
  caption: string
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  rowKey: (row: Row) => string
  sort?: Sort
  onSort?: (sort: Sort) => void
}

/** A table; on a narrow screen each row becomes a card, with the column's name before each value. */
export function DataTable<Row>({ caption, columns, rows, rowKey, sort, onSort }: DataTableProps<Row>) {
  return (
    <div className={classes.frame}>
      {onSort && <SortSelect columns={columns} sort={sort} onSort={onSort} />}
      <table className={classes.table} {...ROLE.table}>
        <caption className={hidden.hidden}>{caption}</caption>
        <thead className={classes.head} {...ROLE.rowgroup}>
          <tr {...ROLE.row}>
            {columns.map((column) => (
              <Header key={column.key} column={column} sort={sort} onSort={onSort} />
            ))}
          </tr>
        </thead>
        <tbody {...ROLE.rowgroup}>
          {rows.map((row) => (
            <tr key={rowKey(row)} className={classes.row} {...ROLE.row}>
              {columns.map((column) => (
                <Cell key={column.key} column={column} row={row} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

// As cards the elements are no longer laid out as a table, and some browsers then forget that they are one: so it is said.
const ROLE = {
  table: { role: 'table' },
  rowgroup: { role: 'rowgroup' },
  row: { role: 'row' },
  rowheader: { role: 'rowheader', scope: 'row' },
  cell: { role: 'cell' },
  columnheader: { role: 'columnheader', scope: 'col' },
} as const

function Cell<Row>({ column, row }: { column: Column<Row>; row: Row }) {
  const content = (
    <>
      {!column.headerHidden && !column.rowHeader && (
        <span className={classes.label} aria-hidden="true">
          {column.header}
        </span>
      )}
      <span className={classes.value}>{column.cell(row)}</span>
    </>
  )
  if (column.rowHeader) {
    return (
      <th className={classes.cell} {...ROLE.rowheader}>
        {content}
      </th>
    )
  }
  return (
    <td className={classes.cell} data-bare={column.headerHidden} data-spare={column.spare} {...ROLE.cell}>
      {content}
    </td>
  )
}

type HeaderProps<Row> = {
  column: Column<Row>
  sort: Sort | undefined
  onSort: ((sort: Sort) => void) | undefined
}

function Header<Row>({ column, sort, onSort }: HeaderProps<Row>) {
  if (!column.sortable || !onSort) {
    const text = column.headerHidden ? <span className={hidden.hidden}>{column.header}</span> : column.header
    return (
      <th className={classes.header} data-spare={column.spare} {...ROLE.columnheader}>
        {text}
      </th>
    )
  }
  const direction = sort?.column === column.key ? sort.direction : 'none'
  const next = direction === 'ascending' ? 'descending' : 'ascending'
  const Icon = { none: IconArrowsSort, ascending: IconArrowUp, descending: IconArrowDown }[direction]
  return (
    <th className={classes.header} data-spare={column.spare} aria-sort={direction} {...ROLE.columnheader}>
      <button type="button" className={classes.sort} onClick={() => onSort({ column: column.key, direction: next })}>
        {column.header}
        <Icon size="1em" aria-hidden="true" />
      </button>
      <span className={classes.plain}>{column.header}</span>
    </th>
  )
}
