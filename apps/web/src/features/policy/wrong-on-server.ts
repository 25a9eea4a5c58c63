import { problemCode, problemReason } from '../../client/errors.ts'

export type Wrong = {
  allowed?: 'allowedMissing' | 'linkedMissing' | 'notInPackage' | 'locksYouOut'
  day?: 'dayMissing' | 'dayWrong'
}

/** What the server found wrong with a choice, by the field that it is about; nothing when it is about none. */
export function wrongOnServer(error: unknown): Wrong {
  switch (problemCode(error)) {
    case 'policy.not_in_package':
      return { allowed: 'notInPackage' }
    case 'policy.locks_you_out':
      return { allowed: 'locksYouOut' }
    case 'policy.needs_grace':
      return { day: problemReason(error) === 'out_of_range' ? 'dayWrong' : 'dayMissing' }
    default:
      return {}
  }
}
