import type { Tx } from '@keyholder/prisma'
import type { ActorContext } from '../context.ts'
import { recordDenial } from '../identity/audit/record-denial.ts'
import { findMember, type Member } from '../identity/members/find-member.ts'
import { inOurWords } from '../identity/members/in-our-words.ts'
import { ENDPOINT_OF, type UserAction, whyNot } from '../identity/rights/may-act.ts'
import { Problem } from '../problem.ts'

/**
 * Acts upon a user, in one transaction: who it is, whether it may be, and the change, which records itself. That somebody was
 * not allowed to is recorded here.
 * @throws Problem `user.not_found`, or why the action is refused
 */
export async function actOnUser<T>(
  context: ActorContext,
  { action, id }: { action: UserAction; id: string },
  change: (tx: Tx, subject: Member) => Promise<T>,
): Promise<T> {
  let subject: Member | undefined
  try {
    return await context.db.write(async (tx) => {
      const found = await findMember(tx, id)
      subject = found
      const refusal = whyNot(action, context.actor, found)
      if (refusal) throw new Problem(refusal)
      return change(tx, found)
    })
  } catch (error) {
    const problem = inOurWords(error)
    if (subject)
      await recordDenial(context, problem, { action: ENDPOINT_OF[action].records[0], object: objectOf(subject) })
    throw problem
  }
}

/** A user as the log names them. */
export function objectOf({ id, name }: Pick<Member, 'id' | 'name'>) {
  return { kind: 'user', id, name }
}
