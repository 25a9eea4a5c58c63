import type { BodySchema } from './field-errors.ts'

/** The body of a form that asks for one thing, judged by the schema of that thing. */
export function bodyOf(name: string, schema: BodySchema): BodySchema {
  return {
    safeParse(value) {
      const entries = typeof value === 'object' && value !== null ? Object.entries(value) : []
      const { error } = schema.safeParse(new Map(entries).get(name))
      return error ? { error: { issues: [{ path: [name] }] } } : {}
    },
  }
}
