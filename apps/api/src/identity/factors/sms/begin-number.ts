import { ACCOUNTS_PER_NUMBER, type Subject } from '@keyholder/domain'
import { Prisma, type SignInDb, type Tx } from '@keyholder/prisma'
import type { Actor, PublicContext } from '../../../context.ts'
import { Problem } from '../../../problem.ts'
import { lockUser } from '../authenticator/begin-linking.ts'
import { countSending } from '../one-time-code/count-sending.ts'
import { keepSentCode } from '../one-time-code/keep-sent-code.ts'
import type { Target } from '../one-time-code/target.ts'
import { requireLinkable } from '../require-linkable.ts'
import { readPhoneNumber } from './read-number.ts'
import { requireSms } from './require-sms.ts'
import { hashNumber, sealNumber } from './seal-number.ts'

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
export async function beginNumber(context: Context, { owner, input, begunBy }: Wanted) {
  const { platform, signIn, now } = context
  await requireLinkable(signIn, owner, { kind: 'sms', now })
  const read = readPhoneNumber(input, await requireSms(context))
  // CHN-06: before anything is sent, and before it is counted.
  if ('problem' in read) throw new Problem('phone.invalid', { reason: read.problem })
  const { number, country, ending } = read
  await requireRoom(signIn, owner, hashNumber(platform, number))
  const target = { way: 'sms', sentTo: `…${ending}`, number, country, factorId: platform.random.uuid() } as const
  await countSending(context, owner, target)
  return signIn.write(async (tx) => {
    await lockUser(tx, owner)
    await keepPending(tx, context, { owner, target, ending, begunBy })
    return keepSentCode(tx, context, { owner, bound: { boundTo: begunBy, purpose: 'link' }, target })
  })
}

/**
 * One number may be shared by a few accounts. Which, is said to nobody (ENR-14).
 * @throws Problem `phone.limit`
 */
export async function requireRoom(way: SignInDb | Tx, { userId }: Subject, numberHash: string): Promise<void> {
  const sql = Prisma.sql`
    SELECT count(DISTINCT user_id)::int AS others FROM factors
    WHERE number_hash = ${numberHash} AND state <> 'pending' AND user_id <> ${userId}::uuid`
  const [row] =
    'statement' in way ? await way.statement<{ others: number }>(sql) : await way.$queryRaw<{ others: number }[]>(sql)
  if ((row?.others ?? 0) >= ACCOUNTS_PER_NUMBER) throw new Problem('phone.limit')
}

type Pending = { owner: Subject; target: Extract<Target, { way: 'sms' }>; ending: string; begunBy: string }

async function keepPending(tx: Tx, { platform, now }: Context, { owner, target, ending, begunBy }: Pending) {
  const { homeTenantId, userId } = owner
  const { number, factorId, sentTo } = target
  await tx.factor.deleteMany({ where: { homeTenantId, userId, kind: 'sms', state: 'pending' } })
  const pending = {
    homeTenantId,
    id: factorId,
    userId,
    kind: 'sms',
    name: sentTo,
    state: 'pending',
    ...sealNumber(platform, number, { homeTenantId, userId, factorId }),
    ending,
    begunBy,
    createdAt: now,
    expiresAt: new Date(now.getTime() + LINKING_SECONDS * 1000),
  }
  await tx.factor.createMany({ data: [pending] })
}
