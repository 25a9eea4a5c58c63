/** What a form needs of a schema: which fields it finds wrong. The body of an endpoint in the contracts is one. */
export type BodySchema = {
  safeParse: (value: unknown) => { error?: { issues: readonly { path: readonly PropertyKey[] }[] } | undefined }
}

/** What to say when a field is wrong; `missing` when nothing was filled in. */
export type FieldTexts<Values> = { [Name in keyof Values]?: string | { missing: string; wrong: string } }

/** By field, what is wrong with it in words. */
export type FieldErrors<Values> = { [Name in keyof Values]?: string | null }

/** The fields that a schema finds wrong, by name. */
export function fieldsRefusedBy(schema: BodySchema, value: unknown): string[] {
  const { error } = schema.safeParse(value)
  return error?.issues.map(({ path }) => String(path[0])) ?? []
}

/** What is wrong with these fields, in words and in the order of `texts`. A field without a text is not told of. */
export function tellFields<Values extends object>(
  wrong: readonly string[],
  values: Values,
  texts: FieldTexts<Values>,
): FieldErrors<Values> {
  const errors: FieldErrors<Values> = {}
  for (const name in texts) {
    const text = texts[name]
    if (text === undefined || !wrong.includes(name)) continue
    errors[name] = typeof text === 'string' ? text : isEmpty(values[name]) ? text.missing : text.wrong
  }
  return errors
}

/** Errors from two sources; what `closer` says of a field goes before. */
export function joinErrors<Values>(errors: FieldErrors<Values>, closer: FieldErrors<Values> = {}): FieldErrors<Values> {
  const joined = { ...errors }
  for (const name in closer) joined[name] = closer[name] ?? errors[name] ?? null
  return joined
}

function isEmpty(value: unknown): boolean {
  return typeof value === 'string' && value.trim() === ''
}
