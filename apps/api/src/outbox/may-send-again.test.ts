import { describe, expect, it } from 'vitest'
import { maySendAgain } from './may-send-again.ts'

describe('a message that may or may not have left', () => {
  it.each([
    ['once', 0, true],
    ['once', 1, true],
    ['once', 2, false],
    ['never', 0, true],
    ['never', 1, false],
  ] as const)('that may be sent again %s, after %i copies: %s (FLT-13)', (resend, sendAttempts, may) => {
    expect(maySendAgain(resend, sendAttempts)).toBe(may)
  })
})
