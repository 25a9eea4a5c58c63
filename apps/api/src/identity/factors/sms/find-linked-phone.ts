import type { Subject } from '@keyholder/domain'
import type { PublicContext } from '../../../context.ts'
import { Problem } from '../../../problem.ts'
import type { Target } from '../one-time-code/target.ts'
import { readPhone } from './read-phone.ts'
import { requireSms } from './require-sms.ts'
import { openPhone } from './seal-phone.ts'

/**
 * The number that is linked, as the target of a code. One that was never confirmed gets none (ENR-11).
 * @throws Problem `sms.unavailable`, also for a number of a country that messages no longer go to; `factor.not_allowed`
 */
export async function findLinkedPhone(
  context: PublicContext,
  { homeTenantId, userId }: Subject,
): Promise<Extract<Target, { method: 'sms' }>> {
  const sms = await requireSms(context)
  const factor = await context.signIn.read((tx) =>
    tx.factor.findFirst({
      where: { homeTenantId, userId, kind: 'sms', state: 'linked' },
      select: { id: true, secretSealed: true },
    }),
  )
  if (!factor?.secretSealed) throw new Problem('factor.not_allowed')
  const phone = openPhone(context.platform, factor.secretSealed, { homeTenantId, userId, factorId: factor.id })
  const read = readPhone(phone, sms)
  if ('problem' in read) throw new Problem('sms.unavailable')
  return { method: 'sms', sentTo: `…${read.ending}`, phone, country: read.country, factorId: factor.id }
}
