import type { account as contract, Received } from '@keyholder/contracts'
import { queryOptions } from '@tanstack/react-query'
import { api } from '../../app/api.ts'

export type Authenticator = Received<typeof contract.authenticators>['items'][number]
/** An authenticator that waits for its first code. */
export type Begun = Received<typeof contract.startAuthenticator>
export type OwnSession = Received<typeof contract.sessions>['items'][number]

export const accountQuery = queryOptions({ queryKey: ['account'], queryFn: () => api.account.read() })

export const authenticatorsQuery = queryOptions({
  queryKey: ['account', 'authenticators'],
  queryFn: async () => (await api.account.authenticators()).items,
})

/** Where this person is signed in, this session first. */
export const ownSessionsQuery = queryOptions({
  queryKey: ['account', 'sessions'],
  queryFn: async () => (await api.account.sessions()).items,
})
