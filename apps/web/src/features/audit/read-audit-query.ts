import type { audit as contract, Sent } from '@keyholder/contracts'
import { AuditQuery as Schema } from '@keyholder/contracts'

export type AuditQuery = NonNullable<Sent<typeof contract.list>['query']>

/** The state of the log as the address has it. What the contract does not know, or not so, counts as not given. */
export function readAuditQuery(params: URLSearchParams): AuditQuery {
  const given = [...params].filter(([name, value]) => value !== '' && Schema.safeParse({ [name]: value }).success)
  return Schema.parse(Object.fromEntries(given))
}

/** The address of the log in another state: `?outcome=denied&from=2026-11-01`. What is undefined or empty is left out. */
export function writeAuditQuery(query: AuditQuery): { search: string } {
  const given = Object.entries(query).flatMap(([name, value]) => (value ? [[name, value]] : []))
  return { search: given.length > 0 ? `?${new URLSearchParams(given)}` : '' }
}

/** The filters among it: not the page. */
export function filtersOf({ cursor: _, ...filters }: AuditQuery): AuditQuery {
  return filters
}
