import { PROBLEM_CODES } from '@keyholder/domain'
import * as z from 'zod/mini'

/** What every failed request answers: RFC 9457, with our code and the fields that were wrong. */
export const ProblemDocument = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  code: z.enum(PROBLEM_CODES),
  requestId: z.string(),
  /** Seconds to wait; as the Retry-After header. */
  retryAfter: z.optional(z.int()),
  /** Why, where one code has several reasons (`password.weak`: `too_short`, `common`, …). */
  reason: z.optional(z.string()),
  /** What a person with a proven password is told beside it: since when, by whom, and a code to read to their package holder. */
  told: z.optional(
    z.object({
      at: z.optional(z.string()),
      by: z.optional(z.string()),
      offSeconds: z.optional(z.int()),
      supportCode: z.optional(z.string()),
    }),
  ),
  errors: z.optional(z.array(z.object({ path: z.string(), code: z.string(), message: z.string() }))),
})

export type ProblemDocument = z.infer<typeof ProblemDocument>
