import type { tenant as contract, Received } from '@keyholder/contracts'
import { queryOptions } from '@tanstack/react-query'
import { api } from '../../client/api.ts'

export type Package = Received<typeof contract.package>

/** What the organisation holds, how full it is, and how many users need attention. */
export const packageQuery = queryOptions({ queryKey: ['package'], queryFn: () => api.tenant.package() })
