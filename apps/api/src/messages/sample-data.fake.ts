import { z } from 'zod'

/**
 * What a message may be filled in with, by the examples of its fields.
 * @param typed stands wherever people or devices choose the words
 */
export function sampleData({ data }: { data: z.ZodObject }, typed = 'De Linde'): Record<string, unknown> {
  const fields: [string, z.ZodType][] = Object.entries(data.shape)
  return Object.fromEntries(fields.map(([key, field]) => [key, exampleOf(field, typed)]))
}

function exampleOf(field: z.ZodType, typed: string): unknown {
  if (field instanceof z.ZodEnum) return field.options[0]
  if (field instanceof z.ZodBoolean) return true
  const [example = typed] = z.array(z.string()).catch([]).parse(field.meta()?.examples)
  return example
}
