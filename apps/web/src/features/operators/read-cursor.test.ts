import { expect, test } from 'vitest'
import { readCursor, writeCursor } from './read-cursor.ts'

test.each(['', '?cursor=', '?cursor=%00', '?cursor=a b', `?cursor=${'x'.repeat(1001)}`])(
  '%j asks for the first page',
  (search) => {
    expect(readCursor(new URLSearchParams(search))).toBeUndefined()
  },
)

test.each(['v1-AbC_9', undefined])('page %j is found again by its address', (cursor) => {
  expect(readCursor(new URLSearchParams(writeCursor(cursor).search))).toBe(cursor)
})
