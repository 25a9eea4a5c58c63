/** What the database said of a script, with the line of its file and the hint where there are any. */
export function describeSqlError(error: unknown, { sql, file }: { sql: string; file: string }): string {
  if (!(error instanceof Error)) return String(error)
  const line =
    'position' in error && error.position ? ` (line ${lineAt(sql, Number(error.position))} of its ${file})` : ''
  const hint = 'hint' in error && error.hint ? ` ${error.hint}` : ''
  return `${error.message}${line}${hint}`
}

const lineAt = (sql: string, position: number) => sql.slice(0, position).split('\n').length
