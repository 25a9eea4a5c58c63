import { PROBLEMS, type ProblemCode } from '@keyholder/domain'

type Details = {
  /** Which of a code's several reasons it is. */
  reason?: string
  retryAfterSeconds?: number
  /** What a person with a proven password is told beside the sentence. */
  told?: { at?: string; by?: string; offSeconds?: number; supportCode?: string }
  errors?: { path: string; code: string; message: string }[]
  /** For the log only. */
  cause?: unknown
}

/** A request that cannot be done, said in the words of the one table. The edge turns it into problem+json. */
export class Problem extends Error {
  readonly code: ProblemCode
  readonly details: Details

  constructor(code: ProblemCode, details: Details = {}) {
    super(PROBLEMS[code].sentence, { cause: details.cause })
    this.name = 'Problem'
    this.code = code
    this.details = details
  }
}
