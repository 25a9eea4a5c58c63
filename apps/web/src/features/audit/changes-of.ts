type Values = Readonly<Record<string, string>> | null

export type Change = { field: string; was: string | null; is: string | null }

/** What differs between before and after, field by field. What stayed the same is left out. */
export function changesOf(before: Values, after: Values): Change[] {
  const fields = new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])
  return [...fields]
    .map((field) => ({ field, was: valueIn(before, field), is: valueIn(after, field) }))
    .filter(({ was, is }) => was !== is)
}

function valueIn(values: Values, field: string): string | null {
  return values && Object.hasOwn(values, field) ? (values[field] ?? null) : null
}
