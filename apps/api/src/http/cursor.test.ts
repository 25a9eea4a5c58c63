import { randomBytes } from 'node:crypto'
import { Cursor } from '@keyholder/contracts'
import { describe, expect, it } from 'vitest'
import * as z from 'zod/mini'
import { parseKeyRing } from '../platform/key-ring.ts'
import { createSecretBox } from '../platform/secret-box.ts'
import { cutPage, makeCursor, PAGE_SIZE, readCursor } from './cursor.ts'

const key = (id: string) => `${id}:${randomBytes(32).toString('base64')}`
const [old, current] = [key('abcdefghijklmnop'), key('k2')]
const box = { secretBox: createSecretBox(parseKeyRing(current)) }
const LIST = ['tenant', 'users', 'name']
const POSITION = { key: 'Émile', id: '00000000-0000-7000-8000-0000000000aa' }

describe('a cursor', () => {
  it('gives its position back, and none too', () => {
    for (const position of [POSITION, { ...POSITION, key: null }, { ...POSITION, key: '' }]) {
      expect(readCursor(box, LIST, makeCursor(box, LIST, position))).toEqual(position)
    }
  })

  it('fits its field, also for the longest name and key id', () => {
    const sealed = { secretBox: createSecretBox(parseKeyRing(old)) }
    const cursor = makeCursor(sealed, LIST, { ...POSITION, key: '😀'.repeat(100) })
    expect(z.safeParse(Cursor, cursor).success).toBe(true)
  })

  it('opens for its own list only, and with a key that is still on the ring', () => {
    const before = { secretBox: createSecretBox(parseKeyRing(old)) }
    const cursor = makeCursor(before, LIST, POSITION)
    const rotated = { secretBox: createSecretBox(parseKeyRing(`${current},${old}`)) }
    expect(readCursor(rotated, LIST, cursor)).toEqual(POSITION)
    for (const list of [['other', 'users', 'name'], ['tenant', 'users', '-name'], ['tenant', 'users'], []]) {
      expect(() => readCursor(rotated, list, cursor)).toThrow('Some fields are wrong.')
    }
    expect(() => readCursor(box, LIST, cursor)).toThrow('Some fields are wrong.')
  })

  it('is not made by others, nor of what was sealed for something else', () => {
    const { secretBox } = box
    const foreign = secretBox.seal('message', JSON.stringify(POSITION), LIST).replaceAll('.', '-')
    const shapeless = secretBox.seal('cursor', '{"id":1}', LIST).replace('.', '-').replace('.', '-')
    for (const cursor of ['', 'A', 'v1-k2-', foreign, shapeless])
      expect(() => readCursor(box, LIST, cursor)).toThrow('Some fields are wrong.')
  })
})

describe('a page', () => {
  const rows = (count: number) => Array.from({ length: count }, (_, n) => n)

  it('has a next one exactly when there is a row more than fits', () => {
    expect(cutPage(rows(0))).toEqual({ page: [], last: null })
    expect(cutPage(rows(PAGE_SIZE))).toEqual({ page: rows(PAGE_SIZE), last: null })
    expect(cutPage(rows(PAGE_SIZE + 1))).toEqual({ page: rows(PAGE_SIZE), last: PAGE_SIZE - 1 })
  })
})
