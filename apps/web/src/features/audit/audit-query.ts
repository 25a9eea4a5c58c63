import type { audit as contract, Received } from '@keyholder/contracts'
import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { api } from '../../client/api.ts'
import type { AuditQuery } from './read-audit-query.ts'

export type AuditEvent = Received<typeof contract.list>['items'][number]

/**
 * One page of the log, newest first. Each reading is a line in the log itself: it is read when the user asks for it, and not
 * again because a window came to the front.
 */
export const auditQuery = (query: AuditQuery) =>
  queryOptions({
    queryKey: ['audit', query],
    queryFn: () => api.audit.list({ query }),
    placeholderData: keepPreviousData,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  })
