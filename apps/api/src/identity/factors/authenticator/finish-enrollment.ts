import { actorOf, matchingStep, type Subject } from '@keyholder/domain'
import type { Tx } from '@keyholder/prisma'
import type { Actor, PublicContext } from '../../../context.ts'
import { enqueue } from '../../../outbox/enqueue.ts'
import { Problem } from '../../../problem.ts'
import { record } from '../../audit/record.ts'
import { markLinked } from '../mark-linked.ts'
import { requireEnrollable } from '../require-enrollable.ts'
import { lockUser } from './begin-enrollment.ts'

type Context = PublicContext & { actor?: Actor }
type Pending = { owner: Subject; code: string; begunBy: string; factorId?: string }

/**
 * Links the authenticator that this sign-in or session began, by one correct code. The code's step is used up with it.
 * @returns the id and name of the factor, and what it takes the place of
 * @throws Problem `enrollment.expired` when it was restarted elsewhere or has expired, `code.wrong`
 */
export async function finishEnrollment(tx: Tx, context: Context, { owner, code, begunBy, factorId }: Pending) {
  const { platform, now } = context
  const { homeTenantId, userId, tenantId, membershipId } = owner
  await lockUser(tx, owner)
  await requireEnrollable(tx, owner, { kind: 'authenticator', now })
  const pending = await tx.factor.findFirst({
    where: {
      homeTenantId,
      userId,
      kind: 'authenticator',
      state: 'pending',
      begunBy,
      expiresAt: { gt: now },
      ...(factorId ? { id: factorId } : {}),
    },
    select: { id: true, name: true, secretSealed: true, replacesId: true },
  })
  if (!pending?.secretSealed) throw new Problem('enrollment.expired')
  const secret = platform.secretBox.open('authenticator', pending.secretSealed, [homeTenantId, userId, pending.id])
  const step = matchingStep({ secret, code, now, afterStep: null })
  if (step === null) throw new Problem('code.wrong')
  await tx.factor.updateMany({
    where: { homeTenantId, id: pending.id, state: 'pending' },
    data: { state: 'linked', linkedAt: now, lastUsedAt: now, lastStep: step, expiresAt: null, replacesId: null },
  })
  await markLinked(tx, owner)
  const { id, name, replacesId } = pending
  await record(tx, context, {
    tenantId,
    action: 'authenticator.linked',
    actor: actorOf(owner),
    object: { kind: 'authenticator', id, name },
  })
  await enqueue(tx, context, {
    tenantId,
    membershipId,
    template: 'authenticator-linked',
    data: { name, at: now.toISOString() },
  })
  return { id, name, replacesId }
}
