import type { users as contract, Sent } from '@keyholder/contracts'
import { UserQuery as Schema } from '@keyholder/contracts'

export type UserQuery = NonNullable<Sent<typeof contract.list>['query']>

/** The state of the list as the address has it. What the contract does not know, or not so, counts as not given. */
export function readUserQuery(params: URLSearchParams): UserQuery {
  const given = [...params].filter(([name, value]) => value !== '' && Schema.safeParse({ [name]: value }).success)
  return Schema.parse(Object.fromEntries(given))
}

/** The address of this list in another state: `?search=jan&status=active`. What is undefined is left out. */
export function writeUserQuery(query: UserQuery): { search: string } {
  const params = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) {
    if (value) params.set(name, value)
  }
  const search = params.toString()
  return { search: search && `?${search}` }
}

/** The filters among it: not the order, not the page. */
export function filtersOf({ sort: _, cursor: __, ...filters }: UserQuery): UserQuery {
  return filters
}
