import type { apiUsers as contract, Received } from '@keyholder/contracts'
import { queryOptions } from '@tanstack/react-query'
import { api } from '../../client/api.ts'

export type ApiUser = Received<typeof contract.read>
export type NewApiUser = Received<typeof contract.create>

// Under `users`, so that a change of a user has this read again too.
export const apiUserQuery = (id: string) =>
  queryOptions({ queryKey: ['users', 'api', id], queryFn: () => api.apiUsers.read({ params: { id } }) })
