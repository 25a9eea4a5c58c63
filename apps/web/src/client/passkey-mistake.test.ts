import { expect, test } from 'vitest'
import { passkeyMistake } from './passkey-mistake.ts'

test.each([
  ['NotAllowedError', 'stopped'],
  ['AbortError', 'stopped'],
  ['InvalidStateError', 'exists'],
  ['SecurityError', 'unsupported'],
  ['TypeError', null],
  ['toString', null],
] as const)('a %s of the browser is told as %s', (name, mistake) => {
  expect(passkeyMistake(new DOMException('', name))).toBe(mistake)
})

test('what is no error is no mistake with a passkey', () => {
  expect(passkeyMistake(null)).toBeNull()
})
