import type { account as contract, Received } from '@keyholder/contracts'
import { queryOptions } from '@tanstack/react-query'
import { api } from '../../client/api.ts'

export type SecondSteps = Received<typeof contract.secondSteps>
/** Something of mine for the second step: an app, a passkey or a number. */
export type Factor = SecondSteps['factors'][number]

/** Part of the account: what changes the account has this read again too. */
export const secondStepsQuery = queryOptions({
  queryKey: ['account', 'second-steps'],
  queryFn: () => api.account.secondSteps(),
})
