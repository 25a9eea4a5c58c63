import type { account as contract, Received } from '@keyholder/contracts'
import { queryOptions } from '@tanstack/react-query'
import { api } from '../../app/api.ts'

export type Account = Received<typeof contract.read>
export type SecondSteps = Received<typeof contract.secondSteps>
/** Something of mine for the second step: an app, a passkey or a number. */
export type Factor = SecondSteps['factors'][number]
/** An authenticator that waits for its first code. */
export type Begun = Received<typeof contract.startAuthenticator>
export type SentCode = Received<typeof contract.startPhone>
export type OwnSession = Received<typeof contract.sessions>['items'][number]

export const accountQuery = queryOptions({ queryKey: ['account'], queryFn: () => api.account.read() })

export const secondStepsQuery = queryOptions({
  queryKey: ['account', 'second-steps'],
  queryFn: () => api.account.secondSteps(),
})

/** Where this person is signed in, this session first. */
export const ownSessionsQuery = queryOptions({
  queryKey: ['account', 'sessions'],
  queryFn: async () => (await api.account.sessions()).items,
})
