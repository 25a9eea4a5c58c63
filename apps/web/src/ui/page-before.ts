const before = new Map<string, string | null>()

/**
 * The page before that of `cursor`, as far as it was visited: its cursor, or null for the first page. A list by keyset knows only
 * what comes next, so every page leaves word here for the next. An address that came from elsewhere leads back to the first page.
 */
export function pageBefore(cursor: string | undefined): string | null | undefined {
  return cursor === undefined ? undefined : (before.get(cursor) ?? null)
}

/** Told by each page when it is there: `next` comes after `cursor`. */
export function rememberPage(cursor: string | undefined, next: string | null | undefined) {
  if (next) before.set(next, cursor ?? null)
}
