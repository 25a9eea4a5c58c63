import type { users as contract, Received } from '@keyholder/contracts'
import { keepPreviousData, queryOptions, useQueryClient } from '@tanstack/react-query'
import { api } from '../../client/api.ts'
import type { UserQuery } from './read-user-query.ts'

export type User = Received<typeof contract.list>['items'][number]
export type UserDetail = Received<typeof contract.read>

/** One page of the list; the page before stays in sight while this one is on its way. */
export const userListQuery = (query: UserQuery) =>
  queryOptions({
    queryKey: ['users', 'list', query],
    queryFn: () => api.users.list({ query }),
    placeholderData: keepPreviousData,
  })

export const userQuery = (id: string) =>
  queryOptions({ queryKey: ['users', 'one', id], queryFn: () => api.users.read({ params: { id } }) })

/** After any change of a user: the list, the page, the members of the roles and the seats of the package are read again. */
export function useRefreshUsers(): () => Promise<unknown> {
  const client = useQueryClient()
  return () =>
    Promise.all(['users', 'roles', 'package'].map((first) => client.invalidateQueries({ queryKey: [first] })))
}
