import { actorOf, DISABLE_AFTER_CONSECUTIVE, type SecondStepWay, type Subject } from '@keyholder/domain'
import type { Actor, Attempt, PublicContext } from '../../context.ts'
import { enqueue } from '../../outbox/enqueue.ts'
import { record } from '../audit/record.ts'
import { tellPasswordUsed } from './tell-password-used.ts'

type Wrong = {
  way: SecondStepWay
  /** As `countSecondFactorTry` gave it. */
  consecutive: number
  reason?: string
}

/** From so many in a row on it is told by mail that somebody has the password (AUT-23). */
const TELL_AFTER = 3

/** Writes down a second step that was wrong, by whichever way. The hundredth in a row switches off whatever is linked. */
export async function recordWrongCode(
  context: PublicContext & { actor?: Actor; attempt?: Attempt },
  owner: Subject,
  { way, consecutive, reason = 'code.wrong' }: Wrong,
): Promise<void> {
  const { homeTenantId, userId, tenantId, membershipId } = owner
  const event = { tenantId, actor: actorOf(owner) }
  await context.signIn.write(async (tx) => {
    await record(tx, context, {
      ...event,
      action: 'sign-in.second-factor',
      outcome: 'failure',
      reason,
      after: { secondFactor: way },
    })
    // Behind a password only: in a session it was not the password that was used.
    if (context.attempt && consecutive >= TELL_AFTER) await tellPasswordUsed(tx, context, owner)
    if (consecutive < DISABLE_AFTER_CONSECUTIVE) return
    await tx.factor.updateMany({ where: { homeTenantId, userId, state: 'linked' }, data: { state: 'off' } })
    await record(tx, context, { ...event, action: 'authenticator.switched-off', reason: 'too-many-wrong-codes' })
    await enqueue(tx, context, {
      tenantId,
      membershipId,
      template: 'authenticator-switched-off',
      data: { at: context.now.toISOString() },
    })
  })
}
