import type { Subject } from '@keyholder/domain'
import type { PublicContext } from '../../../context.ts'
import { Problem } from '../../../problem.ts'
import type { Target } from '../one-time-code/target.ts'
import { readPhoneNumber } from './read-number.ts'
import { requireSms } from './require-sms.ts'
import { openNumber } from './seal-number.ts'

/**
 * The number that is linked, as the target of a code. One that was never confirmed gets none (ENR-11).
 * @throws Problem `sms.unavailable`, also for a number of a country that messages no longer go to; `factor.not_allowed`
 */
export async function findLinkedNumber(
  context: PublicContext,
  { homeTenantId, userId }: Subject,
): Promise<Extract<Target, { way: 'sms' }>> {
  const sms = await requireSms(context)
  const factor = await context.signIn.read((tx) =>
    tx.factor.findFirst({
      where: { homeTenantId, userId, kind: 'sms', state: 'linked' },
      select: { id: true, secretSealed: true },
    }),
  )
  if (!factor?.secretSealed) throw new Problem('factor.not_allowed')
  const number = openNumber(context.platform, factor.secretSealed, { homeTenantId, userId, factorId: factor.id })
  const read = readPhoneNumber(number, sms)
  if ('problem' in read) throw new Problem('sms.unavailable')
  return { way: 'sms', sentTo: `…${read.ending}`, number, country: read.country, factorId: factor.id }
}
