import type { account as contract, Received } from '@keyholder/contracts'
import { queryOptions } from '@tanstack/react-query'
import { api } from '../../client/api.ts'

export type Account = Received<typeof contract.read>
export type OwnSession = Received<typeof contract.sessions>['items'][number]

export const accountQuery = queryOptions({ queryKey: ['account'], queryFn: () => api.account.read() })

/** Where this person is signed in, this session first. */
export const ownSessionsQuery = queryOptions({
  queryKey: ['account', 'sessions'],
  queryFn: async () => (await api.account.sessions()).items,
})
