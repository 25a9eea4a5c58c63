import { sqlState } from '@keyholder/prisma'
import { Problem } from '../../problem.ts'

const SEATS_FULL = 'KH001'
const HOLDER_STAYS = 'KH002'

/** Maps our SQLSTATEs to problems; other errors pass through. */
export function toProblem(error: unknown): unknown {
  switch (sqlState(error)) {
    case SEATS_FULL:
      return new Problem('package.seats_full', { cause: error })
    case HOLDER_STAYS:
      return new Problem('user.is_holder', { cause: error })
    default:
      return error
  }
}
