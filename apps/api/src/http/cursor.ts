import * as z from 'zod/mini'
import type { Platform } from '../context.ts'
import { Problem } from '../problem.ts'

const Position = z.object({ key: z.nullable(z.string()), id: z.string() })

/** The last row of a page: what the list is sorted by, and the id that decides between equals. */
export type Position = z.infer<typeof Position>

type Box = Pick<Platform, 'secretBox'>

/** Rows of one page of any list. */
export const PAGE_SIZE = 50

/**
 * Where the next page begins, sealed: a URL shows no name, and a cursor cannot be forged.
 * `list` says what it belongs to (tenant, list, order, …): it opens for nothing else.
 */
export function makeCursor({ secretBox }: Box, list: readonly string[], position: Position): string {
  const sealed = secretBox.seal(PURPOSE, JSON.stringify({ key: position.key, id: position.id }), list)
  // A cursor is base64url throughout; neither the version nor a key's id holds a hyphen.
  return sealed.replace('.', '-').replace('.', '-')
}

/** @throws Problem `request.invalid` for a cursor that was changed, or made for another list, order or organisation */
export function readCursor({ secretBox }: Box, list: readonly string[], cursor: string): Position {
  try {
    return z.parse(Position, JSON.parse(secretBox.open(PURPOSE, cursor.replace('-', '.').replace('-', '.'), list)))
  } catch (cause) {
    const errors = [{ path: 'query.cursor', code: 'cursor', message: 'This cursor is not ours.' }]
    throw new Problem('request.invalid', { errors, cause })
  }
}

const PURPOSE = 'cursor'

/** Cuts rows, read one more than fit, into a page and the position where the next one begins. */
export function cutPage<Row>(rows: readonly Row[]): { page: Row[]; last: Row | null } {
  const page = rows.slice(0, PAGE_SIZE)
  return { page, last: rows.length > PAGE_SIZE ? (page.at(-1) ?? null) : null }
}
