import { expect, test } from 'vitest'
import { pageBefore, rememberPage } from './page-before.ts'

test('the first page has none before it', () => {
  expect(pageBefore(undefined)).toBeUndefined()
})

test('each page leads back to the one that it was reached from', () => {
  rememberPage(undefined, 'second')
  rememberPage('second', 'third')
  expect(pageBefore('third')).toBe('second')
  expect(pageBefore('second')).toBeNull()
})

test('a page reached from elsewhere leads back to the first', () => {
  expect(pageBefore('from a mail')).toBeNull()
})

test('the last page is before nothing', () => {
  rememberPage('third', null)
  expect(pageBefore('third')).toBe('second')
})
