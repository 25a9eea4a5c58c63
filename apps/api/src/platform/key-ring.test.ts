import { describe, expect, it } from 'vitest'
import { createDerivedKeys, parseKeyRing } from './key-ring.ts'

const bytes = (fill: number, count = 32) => Buffer.alloc(count, fill)
const written = (id: string, fill: number) => `${id}:${bytes(fill).toString('base64')}`

describe('a ring of keys', () => {
  it('writes with its first key and finds the others', () => {
    const ring = parseKeyRing(`${written('k2', 2)}, ${written('k1', 1)}`)
    expect(ring.current).toEqual({ id: 'k2', bytes: bytes(2) })
    expect(ring.find('k1')?.bytes).toEqual(bytes(1))
    expect(ring.find('k3')).toBeNull()
  })

  it.each([
    ['', 'Key 1 has no id: write it as k1:<32 bytes in base64>.'],
    [`${written('k1', 1)},`, 'Key 2 has no id: write it as k2:<32 bytes in base64>.'],
    [bytes(1).toString('base64'), 'Key 1 has no id: write it as k1:<32 bytes in base64>.'],
    [written('K1', 1), 'The id of key 1 must be 1 to 16 lower-case letters and digits and begin with a letter.'],
    [
      `${written('k1', 1)},${written('1', 1)}`,
      'The id of key 2 must be 1 to 16 lower-case letters and digits and begin with a letter.',
    ],
    ['k1:secret!', 'Key k1 is not plain base64.'],
    [`k1:${bytes(1, 16).toString('base64')}`, 'Key k1 has 16 bytes and must have 32.'],
    [`k1:${bytes(1, 33).toString('base64')}`, 'Key k1 has 33 bytes and must have 32.'],
    [`${written('k1', 1)},${written('k1', 2)}`, 'The key id k1 stands there twice.'],
  ])('with a mistake is refused with a sentence that does not show the key', (text, sentence) => {
    expect(() => parseKeyRing(text)).toThrow(new Error(sentence))
  })
})

it('a derived key is another one for each use, purpose and key, and the same each time', () => {
  const ring = parseKeyRing(`${written('k2', 2)},${written('k1', 1)}`)
  const derive = createDerivedKeys('secret-box')
  const k1 = ring.find('k1') ?? ring.current
  const keys = [
    derive(ring.current, 'totp'),
    derive(ring.current, 'message'),
    derive(k1, 'totp'),
    createDerivedKeys('keyed-hash')(ring.current, 'totp'),
  ]
  expect(new Set(keys.map((key) => key.toString('hex'))).size).toBe(keys.length)
  expect(keys.every((key) => key.length === 32)).toBe(true)
  expect(createDerivedKeys('secret-box')(ring.current, 'totp')).toEqual(keys[0])
})
