import { userActionEndpoints } from '@keyholder/contracts'
import { refusalFor, type UserAction } from '@keyholder/domain'
import type { Tx } from '@keyholder/prisma'
import type { ActorContext } from '../../context.ts'
import { Problem } from '../../problem.ts'
import { findMember, type Member } from './find-member.ts'
import { objectOf } from './object-of.ts'
import { recordingDenial } from './recording-denial.ts'

/**
 * Acts upon a member, in one transaction: who it is, whether it may be, and the change, which records itself. That somebody was
 * not allowed to is recorded here.
 * @throws Problem `user.not_found`, or why the action is refused
 */
export async function actOnMember<T>(
  context: ActorContext,
  { action, id }: { action: UserAction; id: string },
  change: (tx: Tx, member: Member) => Promise<T>,
): Promise<T> {
  const [tried] = userActionEndpoints[action].records
  let member: Member | undefined
  const denied = () => (member ? { action: tried, object: objectOf(member) } : null)
  return recordingDenial(context, denied, () =>
    context.db.write(async (tx) => {
      member = await findMember(tx, id)
      const refusal = refusalFor(action, context.actor, member)
      if (refusal) throw new Problem(refusal)
      return change(tx, member)
    }),
  )
}
