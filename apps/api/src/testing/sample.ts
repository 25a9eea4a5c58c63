import {
  Cursor,
  Email,
  Id,
  LinkToken,
  Name,
  OneTimeCode,
  Password,
  PhoneNumber,
  type Schema,
  SearchText,
} from '@keyholder/contracts'
import * as z from 'zod/mini'

/** One value of each field that is not plain from its schema alone. */
const FIELDS = new Map<unknown, string>([
  [Id, '00000000-0000-7000-8000-0000000000aa'],
  [Email, 'sample@example.nl'],
  [Name, 'Sample'],
  [Password, 'a sample of a password'],
  [OneTimeCode, '000000'],
  [PhoneNumber, '+31612345678'],
  [LinkToken, 'A'.repeat(43)],
  [SearchText, 'sample'],
  [Cursor, 'AAAA'],
])

/** Input that a schema takes, made from the schema: what optional is left out. For walking over all endpoints. */
export function sampleOf(schema: unknown, overrides: ReadonlyMap<unknown, string> = new Map()): unknown {
  const known = overrides.get(schema) ?? FIELDS.get(schema)
  if (known !== undefined) return known
  if (schema instanceof z.ZodMiniObject) {
    const entries = Object.entries(schema._zod.def.shape).filter(([, field]) => !(field instanceof z.ZodMiniOptional))
    return Object.fromEntries(entries.map(([name, field]) => [name, sampleOf(field, overrides)]))
  }
  if (schema instanceof z.ZodMiniEnum) return schema.options[0]
  if (schema instanceof z.ZodMiniLiteral) return schema._zod.def.values[0]
  if (schema instanceof z.ZodMiniArray) return [sampleOf(schema._zod.def.element, overrides)]
  if (schema instanceof z.ZodMiniNullable) return null
  if (schema instanceof z.ZodMiniBoolean) return true
  // Within every range that the contracts have.
  if (schema instanceof z.ZodMiniNumber) return 12
  if (schema instanceof z.ZodMiniString) return 'sample'
  throw new Error('A schema of a kind that has no sample yet: add it to testing/sample.ts.')
}

/** Whether every object in the schema refuses fields that it does not name. */
export function isStrict(schema: Schema | unknown): boolean {
  if (schema instanceof z.ZodMiniObject) {
    const { catchall, shape } = schema._zod.def
    return catchall?._zod.def.type === 'never' && Object.values(shape).every(isStrict)
  }
  if (schema instanceof z.ZodMiniArray) return isStrict(schema._zod.def.element)
  if (schema instanceof z.ZodMiniOptional || schema instanceof z.ZodMiniNullable)
    return isStrict(schema._zod.def.innerType)
  return true
}
