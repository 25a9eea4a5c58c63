import { ACCOUNTS_PER_PHONE, type Subject } from '@keyholder/domain'
import { Prisma, type Queryable, type Tx } from '@keyholder/prisma'
import type { Actor, PublicContext } from '../../../context.ts'
import { Problem } from '../../../problem.ts'
import { lockUser } from '../authenticator/begin-enrollment.ts'
import { countSending } from '../one-time-code/count-sending.ts'
import { storeSentCode } from '../one-time-code/store-sent-code.ts'
import type { Target } from '../one-time-code/target.ts'
import { requireEnrollable } from '../require-enrollable.ts'
import { readPhone } from './read-phone.ts'
import { requireSms } from './require-sms.ts'
import { hashPhone, sealPhone } from './seal-phone.ts'

const LINKING_SECONDS = 15 * 60

type Context = PublicContext & { actor?: Actor }
type Wanted = {
  owner: Subject
  input: string
  /** The sign-in or the session that begins it: only that one can finish. */
  begunBy: string
}

/**
 * Begins linking a number: sends a code to it. Until that is shown the number gets no other code, and what was linked before
 * keeps working (ENR-11). Beginning elsewhere, or with another number, voids it.
 * @throws Problem `factor.not_allowed`, `sms.unavailable`, `phone.invalid` with the reason, `phone.limit`, `code.too_soon`, `code.send_limit`
 */
export async function beginPhone(context: Context, { owner, input, begunBy }: Wanted) {
  const { platform, signIn, now } = context
  await requireEnrollable(signIn, owner, { kind: 'sms', now })
  const read = readPhone(input, await requireSms(context))
  // CHN-06: before anything is sent, and before it is counted.
  if ('problem' in read) throw new Problem('phone.invalid', { reason: read.problem })
  const { phone, country, ending } = read
  await requirePhoneRoom(signIn, owner, hashPhone(platform, phone))
  const target = { method: 'sms', sentTo: `…${ending}`, phone, country, factorId: platform.random.uuid() } as const
  await countSending(context, owner, target)
  return signIn.write(async (tx) => {
    await lockUser(tx, owner)
    await storePending(tx, context, { owner, target, ending, begunBy })
    return storeSentCode(tx, context, { owner, bound: { boundTo: begunBy, purpose: 'link' }, target })
  })
}

/**
 * A few accounts may share a phone. Which ones is never disclosed (ENR-14).
 * @throws Problem `phone.limit`
 */
export async function requirePhoneRoom(db: Queryable, { userId }: Subject, phoneHash: string): Promise<void> {
  const sql = Prisma.sql`
    SELECT count(DISTINCT user_id)::int AS others FROM factors
    WHERE phone_hash = ${phoneHash} AND state <> 'pending' AND user_id <> ${userId}::uuid`
  const [row] = await db.query<{ others: number }>(sql)
  if ((row?.others ?? 0) >= ACCOUNTS_PER_PHONE) throw new Problem('phone.limit')
}

type Pending = { owner: Subject; target: Extract<Target, { method: 'sms' }>; ending: string; begunBy: string }

async function storePending(tx: Tx, { platform, now }: Context, { owner, target, ending, begunBy }: Pending) {
  const { homeTenantId, userId } = owner
  const { phone, factorId, sentTo } = target
  await tx.factor.deleteMany({ where: { homeTenantId, userId, kind: 'sms', state: 'pending' } })
  const pending = {
    homeTenantId,
    id: factorId,
    userId,
    kind: 'sms',
    name: sentTo,
    state: 'pending',
    ...sealPhone(platform, phone, { homeTenantId, userId, factorId }),
    ending,
    begunBy,
    createdAt: now,
    expiresAt: new Date(now.getTime() + LINKING_SECONDS * 1000),
  }
  await tx.factor.createMany({ data: [pending] })
}
