import { clockOffSeconds } from '@keyholder/domain'
import { Prisma, type SignInDb } from '@keyholder/prisma'
import type { Attempt } from '../../../context.ts'

type Seen = { attempt: Attempt | undefined; step: number; now: Date }

/**
 * Stores with the sign-in how far the phone's clock is off, judged by a wrong code that it would have shown. A clock behind
 * is reported at once: its code has expired. A clock ahead is reported when a second code agrees. Otherwise whoever
 * guesses would learn which code to wait for: of the next ten minutes there are more than of now.
 * @returns the seconds that can be told, behind when negative, or null
 */
export async function storeClockOff(signIn: SignInDb, { attempt, step, now }: Seen): Promise<number | null> {
  const off = clockOffSeconds(step, now)
  if (!attempt) return off < 0 ? off : null
  const [kept] = await signIn.query<{ told: boolean }>(Prisma.sql`
    UPDATE sign_in_attempts a SET clock_step = ${step},
      clock_off = CASE WHEN ${off}::integer < 0 OR a.clock_step <> ${step} THEN ${off} ELSE a.clock_off END
    WHERE a.id = ${attempt.id}::uuid
    RETURNING a.clock_off IS NOT DISTINCT FROM ${off}::integer AS told`)
  return kept?.told ? off : null
}
