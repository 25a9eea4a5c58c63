import { describe, expect, it } from 'vitest'
import { parseForm } from './parse-form.ts'

describe('a form', () => {
  it.each([
    ['', {}],
    ['a=1&b=2', { a: '1', b: '2' }],
    ['a=x+y%2Bz', { a: 'x y+z' }],
    ['gr%61nt=%E2%82%AC', { grant: '€' }],
    ['a==b', { a: '=b' }],
    ['&a=1&', { a: '1' }],
    ['a=&b', {}],
    ['__proto__=1', Object.fromEntries([['__proto__', '1']])],
  ])('%j is read', (text, read) => {
    expect(Object.fromEntries(parseForm(text) ?? [])).toEqual(read)
  })

  it.each(['a=1&a=2', 'a=1&%61=2', 'a=&a=', 'a=%', 'a=%zz', 'a=%ff', 'a=é', 'a=\u0000', 'a=1\nb=2', 'a b=1'])(
    '%j is refused, and nothing is guessed',
    (text) => {
      expect(parseForm(text)).toBeNull()
    },
  )
})
