import { PERMISSIONS } from '@keyholder/domain'
import * as z from 'zod/mini'
import { endpoint } from './endpoint.ts'
import { whole } from './fields.ts'
import { RoleSummary } from './users.ts'

export const Role = z.extend(RoleSummary, {
  permissions: z.array(z.enum(PERMISSIONS)).check(z.maxLength(PERMISSIONS.length)),
  /** How many members have it, counted up to a thousand: 1000 means a thousand or more. */
  members: z.int(),
  /** Whether the caller may give it to others. */
  givable: z.boolean(),
})

export const roles = {
  list: endpoint({
    method: 'GET',
    path: '/roles',
    access: 'can:roles:read',
    summary: 'The roles of this organisation and what each may do',
    returns: whole(Role, 100),
  }),
}
