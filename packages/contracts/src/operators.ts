import { PACKAGE_STATUSES } from '@keyholder/domain'
import * as z from 'zod/mini'
import { endpoint } from './endpoint.ts'
import { Cursor, Instant, paged } from './fields.ts'
import { TenantSummary } from './session.ts'

export const operators = {
  sms: endpoint({
    method: 'GET',
    path: '/operators/sms',
    access: 'can:platform:read',
    summary: 'Whether text messages are switched on',
    returns: z.object({ configured: z.boolean(), off: z.nullable(z.object({ at: Instant, reason: z.string() })) }),
  }),
  switchSms: endpoint({
    method: 'PUT',
    path: '/operators/sms',
    access: 'can:platform:edit',
    summary: 'Switch text messages off or on, for everyone at once',
    fresh: true,
    body: z.strictObject({ on: z.boolean() }),
    records: ['sms.switched-off', 'sms.switched-on'],
  }),
  tenants: endpoint({
    method: 'GET',
    path: '/operators/tenants',
    access: 'can:platform:read',
    summary: 'The organisations on this platform, for operators',
    query: z.strictObject({ cursor: z.optional(Cursor) }),
    returns: paged(
      z.extend(TenantSummary, {
        status: z.enum(PACKAGE_STATUSES),
        holderName: z.nullable(z.string()),
        seats: z.int(),
        seatsUsed: z.int(),
        createdAt: Instant,
      }),
    ),
  }),
}
