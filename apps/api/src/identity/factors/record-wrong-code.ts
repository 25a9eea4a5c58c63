import { type AuthMethod, actorOf, DISABLE_AFTER_CONSECUTIVE, type EventReason, type Subject } from '@keyholder/domain'
import type { Actor, Attempt, PublicContext } from '../../context.ts'
import { enqueue } from '../../outbox/enqueue.ts'
import { record } from '../audit/record.ts'
import { notifyPasswordUsed } from './notify-password-used.ts'

type Wrong = {
  method: AuthMethod
  /** As `countSecondFactorTry` gave it. */
  consecutive: number
  reason?: EventReason
}

/** From this many in a row the owner gets a mail that their password is known to others (AUT-23). */
const TELL_AFTER = 3

/** Records a wrong second step of any method. The hundredth in a row switches off all linked factors. */
export async function recordWrongCode(
  context: PublicContext & { actor?: Actor; attempt?: Attempt },
  owner: Subject,
  { method, consecutive, reason = 'code.wrong' }: Wrong,
): Promise<void> {
  const { homeTenantId, userId, tenantId, membershipId } = owner
  const event = { tenantId, actor: actorOf(owner) }
  await context.signIn.write(async (tx) => {
    await record(tx, context, {
      ...event,
      action: 'sign-in.second-factor',
      outcome: 'failure',
      reason,
      after: { secondFactor: method },
    })
    // Behind a password only: in a session it was not the password that was used.
    if (context.attempt && consecutive >= TELL_AFTER) await notifyPasswordUsed(tx, context, owner)
    if (consecutive < DISABLE_AFTER_CONSECUTIVE) return
    await tx.factor.updateMany({ where: { homeTenantId, userId, state: 'linked' }, data: { state: 'off' } })
    await record(tx, context, { ...event, action: 'authenticator.switched-off', reason: 'code.too_many' })
    await enqueue(tx, context, {
      tenantId,
      membershipId,
      template: 'authenticator-switched-off',
      data: { at: context.now.toISOString() },
    })
  })
}
