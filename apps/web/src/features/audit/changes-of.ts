import { EVENT_FIELDS, type EventField } from '@keyholder/domain'

type Values = Readonly<Partial<Record<EventField, string>>> | null

export type Change = { field: EventField; was: string | null; is: string | null }

/** What differs between before and after, field by field in the order of the catalogue. What stayed the same is left out. */
export function changesOf(before: Values, after: Values): Change[] {
  return EVENT_FIELDS.map((field) => ({ field, was: before?.[field] ?? null, is: after?.[field] ?? null })).filter(
    ({ was, is }) => was !== is,
  )
}
