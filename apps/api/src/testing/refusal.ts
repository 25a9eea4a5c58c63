import { ProblemError } from '@keyholder/contracts/client'

/** The problem that a call is answered with: its code, and the reason where it has one (`password.weak common`). */
export async function refusalOf(call: Promise<unknown>): Promise<string> {
  try {
    await call
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error
    const { code, reason } = error.problem
    return reason === undefined ? code : `${code} ${reason}`
  }
  return 'not refused'
}
