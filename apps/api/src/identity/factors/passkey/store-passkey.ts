import { actorOf, type Subject } from '@keyholder/domain'
import type { Tx } from '@keyholder/prisma'
import type { Actor, PublicContext } from '../../../context.ts'
import { enqueue } from '../../../outbox/enqueue.ts'
import { Problem } from '../../../problem.ts'
import { record } from '../../audit/record.ts'
import { lockUser } from '../authenticator/begin-enrollment.ts'
import { markLinked } from '../mark-linked.ts'
import type { Made } from './check-new.ts'
import { requireRoom } from './require-room.ts'

type New = { owner: Subject; made: Made; name: string; begunBy: string }

/**
 * Links a verified passkey and notifies its owner. Whether it may be linked is read again behind the lock of the user.
 * @returns its id
 * @throws Problem `passkey.not_linked` when it is linked already, here or to another account: which is not said
 */
export async function storePasskey(
  tx: Tx,
  context: PublicContext & { actor?: Actor },
  { owner, made, name, begunBy }: New,
): Promise<string> {
  const { platform, now } = context
  const { homeTenantId, userId, tenantId, membershipId } = owner
  await lockUser(tx, owner)
  await requireRoom(tx, owner, now)
  const id = platform.random.uuid()
  const { count } = await tx.factor.createMany({
    data: [
      {
        homeTenantId,
        id,
        userId,
        kind: 'passkey',
        name,
        state: 'linked',
        ...made,
        transports: [...made.transports],
        begunBy,
        createdAt: now,
        linkedAt: now,
        lastUsedAt: now,
      },
    ],
    skipDuplicates: true,
  })
  if (count === 0) throw new Problem('passkey.not_linked')
  await markLinked(tx, owner)
  await record(tx, context, {
    tenantId,
    action: 'passkey.linked',
    actor: actorOf(owner),
    object: { kind: 'passkey', id, name },
  })
  await enqueue(tx, context, {
    tenantId,
    membershipId,
    template: 'passkey-linked',
    data: { name, at: now.toISOString() },
  })
  return id
}
