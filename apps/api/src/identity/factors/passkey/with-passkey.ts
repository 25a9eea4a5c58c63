import { actorOf, type Subject } from '@keyholder/domain'
import type { Tx } from '@keyholder/prisma'
import type { Actor, PublicContext } from '../../../context.ts'
import { enqueue } from '../../../outbox/enqueue.ts'
import { Problem } from '../../../problem.ts'
import { record } from '../../audit/record.ts'
import { clearSecondFactorCounter } from '../count-wrong-codes.ts'
import { recordWrongCode } from '../record-wrong-code.ts'
import type { Passkey } from './find-passkeys.ts'

type Context = PublicContext & { actor?: Actor }

/** A passkey whose signature was right, and the counter that it signed. */
export type VerifiedPasskey = {
  owner: Subject
  passkey: Passkey
  counter: number
  /** As `countSecondFactorTry` gave it. */
  consecutive: number
}

/**
 * Does what a proven passkey opens, in the transaction that moves its counter on. A counter that stood still or went back
 * may come from a copy: it opens nothing, and the owner is notified (ENR-23).
 * @throws Problem `passkey.refused`
 */
export async function withPasskey<T>(
  context: Context,
  verified: VerifiedPasskey,
  work: (tx: Tx) => Promise<T>,
): Promise<T> {
  const done = await context.signIn.write(async (tx) => {
    if (!(await moveCounter(tx, verified, context.now))) return null
    await clearSecondFactorCounter(tx, verified.owner)
    return { value: await work(tx) }
  })
  if (done) return done.value
  await notifyOfCopy(context, verified)
  throw new Problem('passkey.refused')
}

/** WebAuthn L3 §7.2 step 22. Passkeys that are kept in a cloud do not count: theirs stays zero. */
async function moveCounter(tx: Tx, { passkey, counter }: VerifiedPasskey, now: Date): Promise<boolean> {
  const { homeTenantId, id, userId } = passkey
  const { count } = await tx.factor.updateMany({
    where: {
      homeTenantId,
      id,
      userId,
      kind: 'passkey',
      state: 'linked',
      OR: [{ counter: { lt: counter } }, { counter: 0 }],
    },
    data: { counter, lastUsedAt: now },
  })
  return count > 0
}

async function notifyOfCopy(context: Context, { owner, passkey, consecutive }: VerifiedPasskey): Promise<void> {
  const { homeTenantId, id, name } = passkey
  const { tenantId, membershipId } = owner
  await recordWrongCode(context, owner, { method: 'passkey', consecutive, reason: 'passkey.refused' })
  await context.signIn.write(async (tx) => {
    // Unlinked or switched off a moment ago: that is no copy.
    if ((await tx.factor.count({ where: { homeTenantId, id, state: 'linked' } })) === 0) return
    await record(tx, context, {
      tenantId,
      action: 'passkey.counter_regressed',
      outcome: 'denied',
      reason: 'passkey.refused',
      actor: actorOf(owner),
      object: { kind: 'passkey', id, name },
    })
    await enqueue(tx, context, {
      tenantId,
      membershipId,
      template: 'passkey-counter-regressed',
      data: { name, at: context.now.toISOString() },
    })
  })
}
