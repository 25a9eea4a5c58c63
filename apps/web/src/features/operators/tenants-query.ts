import type { operators as contract, Received } from '@keyholder/contracts'
import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { api } from '../../client/api.ts'

export type Tenant = Received<typeof contract.tenants>['items'][number]

/** One page of the organisations, by name; the page before stays in sight while this one is on its way. */
export const tenantsQuery = (cursor: string | undefined) =>
  queryOptions({
    queryKey: ['platform', 'tenants', cursor],
    queryFn: () => api.operators.tenants({ query: { cursor } }),
    placeholderData: keepPreviousData,
  })
