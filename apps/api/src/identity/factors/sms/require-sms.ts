import { Prisma, type SignInDb } from '@keyholder/prisma'
import type { PublicContext } from '../../../context.ts'
import { Problem } from '../../../problem.ts'
import type { Settings } from '../../../settings.ts'

/** Since when text messages are off, for everybody at once, and why: an operator, or the limit that tripped. */
type SwitchedOff = { at: Date; reason: string }

export async function findSwitchedOff(signIn: SignInDb): Promise<SwitchedOff | null> {
  const [row] = await signIn.query<SwitchedOff>(
    Prisma.sql`SELECT off_at AS at, reason FROM kill_switches WHERE name = 'sms'`,
  )
  return row ?? null
}

/** @throws Problem `sms.unavailable` when text messages are not set up, or switched off */
export async function requireSms({
  platform,
  signIn,
}: Pick<PublicContext, 'platform' | 'signIn'>): Promise<NonNullable<Settings['sms']>> {
  const { sms } = platform.settings
  if (!sms || (await findSwitchedOff(signIn))) throw new Problem('sms.unavailable')
  return sms
}
