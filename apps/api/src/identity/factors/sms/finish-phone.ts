import { actorOf, type Subject } from '@keyholder/domain'
import type { Tx } from '@keyholder/prisma'
import type { Actor, PublicContext } from '../../../context.ts'
import { enqueue } from '../../../outbox/enqueue.ts'
import { Problem } from '../../../problem.ts'
import { record } from '../../audit/record.ts'
import { requireTry } from '../../throttle/throttle.ts'
import { lockUser } from '../authenticator/begin-enrollment.ts'
import { markLinked } from '../mark-linked.ts'
import { consumeAnyCode, findOutstanding, isSentCode, type Outstanding } from '../one-time-code/verify-code.ts'
import { requireEnrollable } from '../require-enrollable.ts'
import { requirePhoneRoom } from './begin-phone.ts'
import { removePhone } from './remove-phone.ts'

type Context = PublicContext & { actor?: Actor }
type Shown = { owner: Subject; code: string; begunBy: string }

/**
 * Compares the code that was sent to the number of this sign-in or session; `finishPhone` links it. Wrong codes are bounded,
 * and not counted against the second step.
 * @throws Problem `code.not_sent`, `code.expired`, `code.wrong`, `code.too_many`
 */
export async function verifyPhone(context: Context, { owner, code, begunBy }: Shown): Promise<Outstanding> {
  const { signIn, now } = context
  const outstanding = await findOutstanding(context, owner, { boundTo: begunBy, purpose: 'link' })
  await requireTry(signIn, now, [{ name: 'enrollmentByUser', parts: [owner.userId] }], 'code.too_many')
  if (!(await isSentCode(context, outstanding, code))) throw new Problem('code.wrong')
  return outstanding
}

type Proven = { owner: Subject; outstanding: Outstanding }

/**
 * Links the phone whose code was verified, and removes an earlier one in the same moment; the earlier one gets a message too (ENR-13).
 * @throws Problem `enrollment.expired` when it was restarted elsewhere, `phone.limit`, `code.wrong`
 */
export async function finishPhone(tx: Tx, context: Context, { owner, outstanding }: Proven): Promise<void> {
  const { now } = context
  const { homeTenantId, userId } = owner
  await lockUser(tx, owner)
  await requireEnrollable(tx, owner, { kind: 'sms', now })
  await consumeAnyCode(tx, outstanding)
  const pending = await tx.factor.findFirst({
    where: { homeTenantId, userId, id: outstanding.factorId ?? '', state: 'pending' },
    select: { id: true, name: true, phoneHash: true, ending: true },
  })
  if (!pending?.phoneHash || !pending.ending) throw new Problem('enrollment.expired')
  await lockPhone(tx, pending.phoneHash)
  await requirePhoneRoom(tx, owner, pending.phoneHash)
  await removePhone(tx, context, { owner, replacedBy: pending.phoneHash })
  await tx.factor.updateMany({
    where: { homeTenantId, id: pending.id, state: 'pending' },
    data: { state: 'linked', linkedAt: now, lastUsedAt: now, expiresAt: null },
  })
  await markLinked(tx, owner)
  await tell(tx, context, { owner, id: pending.id, name: pending.name, ending: pending.ending })
}

/** Two accounts that link one number at once take turns: else both would be the last there is room for. */
async function lockPhone(tx: Tx, phoneHash: string): Promise<void> {
  await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended(${phoneHash}, 0))::text`
}

type Linked = { owner: Subject; id: string; name: string; ending: string }

async function tell(tx: Tx, context: Context, { owner, id, name, ending }: Linked): Promise<void> {
  const { tenantId, membershipId } = owner
  const object = { kind: 'sms', id, name } as const
  await record(tx, context, { tenantId, action: 'sms.linked', actor: actorOf(owner), object })
  const data = { ending, at: context.now.toISOString() }
  await enqueue(tx, context, { tenantId, membershipId, template: 'phone-linked', data })
}
