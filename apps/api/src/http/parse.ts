import type { Definition, Schema } from '@keyholder/contracts'
import type { FastifyRequest } from 'fastify'
import * as z from 'zod/mini'
import { Problem } from '../problem.ts'

type Issue = { path: string; code: string; message: string }

/**
 * The one place where input is read. Everything behind it trusts the types.
 * @throws Problem `request.invalid` with every field that was not right
 */
export function parse(definition: Definition, request: FastifyRequest) {
  const issues: Issue[] = []
  const read = (schema: Schema | undefined, value: unknown, at: string) => {
    if (!schema) return undefined
    // @ts-expect-error the contracts hold schemas by their shallow shape; every one is zod's.
    const result = z.safeParse(schema, value, { reportInput: true })
    if (result.success) return result.data
    issues.push(...result.error.issues.flatMap((issue) => describe(issue, at)))
    return undefined
  }
  const params = definition.params ? z.object(definition.params as never) : undefined
  const parsed = {
    params: read(params, request.params, 'params'),
    query: definition.query
      ? read(definition.query, request.query, 'query')
      : read(NOTHING, request.query, 'query') && undefined,
    body: definition.body ? read(definition.body, request.body, '') : read(NO_BODY, request.body, '') && undefined,
  }
  if (issues.length > 0) throw new Problem('request.invalid', { errors: issues.slice(0, MOST_ISSUES) })
  return parsed
}

const NOTHING = z.strictObject({})
const NO_BODY = z.optional(z.null())
const MOST_ISSUES = 20

function describe(issue: z.core.$ZodIssue, at: string): Issue[] {
  const path = [...(at ? [at] : []), ...issue.path.map(String)].join('.')
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      path: path ? `${path}.${key}` : key,
      code: 'unknown',
      message: MESSAGES.unknown,
    }))
  }
  const code = codeOf(issue)
  return [{ path, code, message: MESSAGES[code] ?? 'This is wrong.' }]
}

function codeOf(issue: z.core.$ZodIssue): string {
  if (issue.input === undefined) return 'required'
  if (issue.code === 'invalid_type') return 'type'
  if (issue.code === 'invalid_value') return 'choice'
  return issue.message in MESSAGES ? issue.message : 'invalid'
}

const MESSAGES: Record<string, string> & { unknown: string } = {
  unknown: 'This field is unknown.',
  required: 'This field is required.',
  type: 'This has the wrong type.',
  choice: 'Choose one of the listed values.',
  too_long: 'This is too long.',
  email: 'This is not an e-mail address.',
  name: 'Use 1 to 100 ordinary characters.',
  code: 'A code has six digits.',
  id: 'This is not an id.',
  link: 'This is not one of our links.',
  text: 'This contains characters that cannot be stored.',
  cursor: 'This cursor is not ours.',
  instant: 'Write a moment as 2026-01-31T12:00:00.000Z.',
  day: 'Write a day as 2026-01-31.',
  invalid: 'This is wrong.',
}
