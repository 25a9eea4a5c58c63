import { ProblemError } from '@keyholder/contracts/client'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { problemCode, problemReason, retryAt } from './errors.ts'

const problem = (more: object) =>
  new ProblemError({ type: '', title: '', status: 429, code: 'sign_in.too_many', requestId: 'r', ...more })

beforeEach(() => {
  vi.useFakeTimers({ now: new Date('2026-11-21T14:03:20Z') })
})

afterEach(() => {
  vi.useRealTimers()
})

test('the moment to try again is never too early, in whole minutes', () => {
  expect(retryAt(problem({ retryAfter: 60 }))).toEqual(new Date('2026-11-21T14:05:00Z'))
  expect(retryAt(problem({ retryAfter: 40 }))).toEqual(new Date('2026-11-21T14:04:00Z'))
})

test('the moment to try again stays the same however often it is asked for', () => {
  const error = problem({ retryAfter: 60 })
  const first = retryAt(error)
  vi.advanceTimersByTime(30_000)
  expect(retryAt(error)).toEqual(first)
})

test('when waiting does not help there is no moment', () => {
  expect(retryAt(problem({}))).toBeNull()
  expect(retryAt(new TypeError('no answer'))).toBeNull()
})

test('what is no answer of ours has no code and no reason', () => {
  expect(problemCode(new TypeError('no answer'))).toBeNull()
  expect(problemReason(new TypeError('no answer'))).toBeNull()
  expect(problemReason(problem({ reason: 'user' }))).toBe('user')
})
