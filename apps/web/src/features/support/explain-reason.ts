import type { support as contract, Received } from '@keyholder/contracts'
import type { support as texts } from '../../messages/nl/support.ts'

export type Found = Received<typeof contract.lookUp>

type Explanation = { reason: keyof typeof texts.reason; advice: keyof typeof texts.advice }

/** The words for why a user could not sign in, with as much as is known, and what can be done about it. */
export function explainReason({ reason, at, by, offSeconds }: Found): Explanation {
  switch (reason) {
    case 'none':
      return { reason: 'none', advice: 'none' }
    case 'deactivated':
      return { reason: at && by ? 'deactivatedBy' : 'deactivated', advice: 'deactivated' }
    case 'package-ended':
      return { reason: at ? 'packageEndedAt' : 'packageEnded', advice: 'packageEnded' }
    case 'password-void':
      return { reason: 'passwordVoid', advice: 'passwordVoid' }
    case 'unlinked':
      return { reason: at && by ? 'unlinkedBy' : 'unlinked', advice: 'unlinked' }
    case 'switched-off':
      return { reason: at ? 'switchedOffAt' : 'switchedOff', advice: 'switchedOff' }
    case 'too-many-tries':
      return { reason: at ? 'tooManyTriesUntil' : 'tooManyTries', advice: 'tooManyTries' }
    case 'clock':
      return { reason: (offSeconds ?? 0) < 0 ? 'clockBehind' : 'clockAhead', advice: 'clock' }
    case 'wrong-codes':
      return { reason: 'wrongCodes', advice: 'wrongCodes' }
    case 'code-not-delivered':
      return { reason: 'notDelivered', advice: 'notDelivered' }
    default:
      return reason satisfies never
  }
}

/** How far a clock is off, in whole minutes and never none. */
export function minutesOff(offSeconds: number | null): number {
  return Math.max(1, Math.round(Math.abs(offSeconds ?? 0) / 60))
}
