import { PACKAGE_STATUSES } from '@keyholder/domain'
import * as z from 'zod/mini'
import { endpoint } from './endpoint.ts'
import { TenantSummary } from './session.ts'

export const tenant = {
  package: endpoint({
    method: 'GET',
    path: '/package',
    access: 'can:package:read',
    summary: 'The package of this organisation and how full it is',
    returns: z.object({
      tenant: TenantSummary,
      status: z.enum(PACKAGE_STATUSES),
      holderName: z.string(),
      seats: z.int(),
      seatsUsed: z.int(),
      mayAddUsers: z.boolean(),
      /**
       * Active people who never linked a second step, active people who signed in last over 90 days ago, and invitations not yet accepted.
       * Each is counted up to a thousand: 1000 means a thousand or more. Null for those who may not see the users.
       */
      withoutSecondStep: z.nullable(z.int()),
      longAbsent: z.nullable(z.int()),
      openInvitations: z.nullable(z.int()),
    }),
  }),
}
