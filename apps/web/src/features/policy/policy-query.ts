import type { policy as contract, Received, Sent } from '@keyholder/contracts'
import type { FactorKind } from '@keyholder/domain'
import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { api } from '../../client/api.ts'

export type Policy = Received<typeof contract.read>
export type Preview = Received<typeof contract.preview>
/** A policy as it is sent. */
export type Choice = Sent<typeof contract.change>['body']

export const policyQuery = queryOptions({ queryKey: ['policy'], queryFn: () => api.policy.read() })

/** Whom it would touch that these are allowed; the count before stays in sight while this one is made. */
export const previewQuery = (allowed: readonly FactorKind[]) =>
  queryOptions({
    queryKey: ['policy', 'preview', ...allowed],
    queryFn: () => api.policy.preview({ body: { allowed: [...allowed] } }),
    placeholderData: keepPreviousData,
  })
