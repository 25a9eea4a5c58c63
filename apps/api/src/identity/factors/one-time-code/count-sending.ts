import { LIMITS, type Subject } from '@keyholder/domain'
import type { Actor, PublicContext } from '../../../context.ts'
import { Problem } from '../../../problem.ts'
import type { Settings } from '../../../settings.ts'
import { type Counted, countNamed } from '../../throttle/throttle.ts'
import { disableSms } from '../sms/disable-sms.ts'
import { notifyOfLimit } from '../sms/notify-of-limit.ts'
import type { Target } from './target.ts'

type Context = PublicContext & { actor?: Actor }
type SmsTarget = Extract<Target, { method: 'sms' }>
type Budget = NonNullable<Settings['sms']>

/**
 * Counts a code before it is sent, in one statement: a refused one is not sent. A person over their own limit does not
 * use up the limits of others. A limit of the whole platform switches text messages off; one of an organisation or a range is reported
 * to the operators (CHN-05, CHN-07).
 * @throws Problem `code.too_soon`, `code.send_limit`, `sms.unavailable`
 */
export async function countSending(context: Context, owner: Subject, target: Target): Promise<void> {
  const tries = target.method === 'sms' ? smsTries(context, owner, target) : mailTries(owner)
  const refused = await countNamed(context.signIn, context.now, tries)
  if (!refused) return
  const { name, retryAfterSeconds } = refused
  switch (name) {
    case 'codeAgain':
      throw new Problem('code.too_soon', { retryAfterSeconds })
    case 'smsByCountry':
    case 'smsOverall':
      await disableSms(context, name)
      throw new Problem('sms.unavailable')
    case 'smsByTenant':
    case 'smsByRange':
      await notifyOfLimit(context, { limit: name, tenantId: owner.tenantId, range: rangeOf(target) })
      throw new Problem('code.send_limit', { retryAfterSeconds })
    default:
      throw new Problem('code.send_limit', { retryAfterSeconds })
  }
}

function mailTries({ userId }: Subject): Counted[] {
  return [
    { name: 'codeAgain', parts: ['email', userId] },
    { name: 'codesByUser', parts: [userId] },
  ]
}

/** Numbers stand in the counters as keyed hashes: a table of counters is no phone book. */
function smsTries({ platform }: Context, { userId, tenantId }: Subject, target: SmsTarget): Counted[] {
  const phone = platform.keyedHash.hash('throttle', target.phone)
  const { sms } = platform.settings
  return [
    { name: 'codeAgain', parts: ['sms', phone] },
    { name: 'codesByUser', parts: [userId] },
    { name: 'smsByPhone', parts: [phone] },
    { name: 'smsByTenant', parts: [tenantId] },
    { name: 'smsByRange', parts: [rangeOf(target)] },
    { name: 'smsByCountry', parts: [target.country], ...(sms ? { limits: byCountry(sms) } : {}) },
    { name: 'smsOverall', parts: ['all'], ...(sms ? { limits: overall(sms) } : {}) },
  ]
}

const byCountry = ({ perDayPerCountry: limit }: Budget) => LIMITS.smsByCountry.map((day) => ({ ...day, limit }))

/** The limit of the hour keeps its share of the day's, whatever that is. */
function overall({ perDay }: Budget) {
  const [, day] = LIMITS.smsOverall
  return LIMITS.smsOverall.map((one) => ({ ...one, limit: Math.max(1, Math.ceil((one.limit / day.limit) * perDay)) }))
}

const RANGE_DIGITS = 6

/** The first six digits: fraudsters own ranges, not single numbers. */
function rangeOf(target: Target): string {
  return target.method === 'sms' ? target.phone.slice(1, 1 + RANGE_DIGITS) : 'none'
}
