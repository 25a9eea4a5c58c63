import type { roles as contract, Received } from '@keyholder/contracts'
import { queryOptions } from '@tanstack/react-query'
import { api } from '../../client/api.ts'

export type Role = Received<typeof contract.list>['items'][number]

/** The roles of this organisation, the highest first. */
export const rolesQuery = queryOptions({ queryKey: ['roles'], queryFn: async () => (await api.roles.list()).items })
