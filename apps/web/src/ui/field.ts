import type { ReactNode } from 'react'

/** What every field takes. `name` is its path in the form; it is also its id, where the error summary finds it. */
export type FieldProps = {
  name: string
  label: string
  hint?: ReactNode
  error?: ReactNode
  /** Says "niet verplicht" after the label; what must be filled in is not marked. */
  optional?: boolean
}
