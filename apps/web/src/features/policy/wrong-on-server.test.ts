import { ProblemError } from '@keyholder/contracts/client'
import { PROBLEMS, type ProblemCode } from '@keyholder/domain'
import { expect, test } from 'vitest'
import { wrongOnServer } from './wrong-on-server.ts'

const problem = (code: ProblemCode, reason?: string) => {
  const { status, sentence: title } = PROBLEMS[code]
  const document = { type: 'about:blank', status, title, code, requestId: 'r', ...(reason && { reason }) } as const
  return new ProblemError(document)
}

test.each([
  [problem('policy.not_in_package'), { allowed: 'notInPackage' }],
  [problem('policy.locks_you_out'), { allowed: 'locksYouOut' }],
  [problem('policy.needs_grace'), { day: 'dayMissing' }],
  [problem('policy.needs_grace', 'out_of_range'), { day: 'dayWrong' }],
  [problem('session.forbidden'), {}],
  [new TypeError('offline'), {}],
  [null, {}],
])('%s is about %j', (error, wrong) => {
  expect(wrongOnServer(error)).toEqual(wrong)
})
