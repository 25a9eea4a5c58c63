import * as z from 'zod/mini'
import { endpoint } from './endpoint.ts'
import { Id, Instant, SupportCodeField } from './fields.ts'
import { WHY_REASONS } from './sign-in.ts'

export const support = {
  lookUp: endpoint({
    method: 'POST',
    path: '/support-codes/look-up',
    access: 'can:users:read',
    summary: 'Why a user could not sign in, by the code that they read out',
    body: z.strictObject({ code: SupportCodeField }),
    returns: z.object({
      userId: Id,
      name: z.string(),
      madeAt: Instant,
      reason: z.enum(WHY_REASONS),
      at: z.nullable(Instant),
      by: z.nullable(z.string()),
      offSeconds: z.nullable(z.int()),
    }),
    fails: ['support_code.not_found', 'request.too_many'],
    records: ['support-code.looked-up'],
  }),
}
