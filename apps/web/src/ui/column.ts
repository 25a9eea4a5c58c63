import type { ReactNode } from 'react'

/** A column of a DataTable. */
export type Column<Row> = {
  key: string
  header: string
  cell: (row: Row) => ReactNode
  sortable?: boolean
  /** The column that names the row: read out with every other cell of it. */
  rowHeader?: boolean
  /** Its header is for screen readers only: pictures, actions. */
  headerHidden?: boolean
  /** Nice to know: left out where it would take the room of the others. */
  spare?: boolean
}

export type Sort = { column: string; direction: 'ascending' | 'descending' }
