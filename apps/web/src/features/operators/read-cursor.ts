import { Cursor } from '@keyholder/contracts'

/** The page that the address asks for; undefined for the first, and for what is no cursor. */
export function readCursor(params: URLSearchParams): string | undefined {
  const { data } = Cursor.safeParse(params.get('cursor') ?? '')
  return data
}

/** The address of a page of the list. */
export function writeCursor(cursor: string | undefined): { search: string } {
  return { search: cursor === undefined ? '' : `?${new URLSearchParams({ cursor })}` }
}
