import type { users as contract } from '@keyholder/contracts'
import { mayAddUsers } from '@keyholder/domain'
import { sqlState, type Tx } from '@keyholder/prisma'
import type { ActorContext } from '../context.ts'
import type { Handler } from '../http/serve.ts'
import { record } from '../identity/audit/record.ts'
import { recordDenial } from '../identity/audit/record-denial.ts'
import { findMember, toUser, type User } from '../identity/members/find-member.ts'
import { inOurWords } from '../identity/members/in-our-words.ts'
import { sendInvitation } from '../identity/members/send-invitation.ts'
import { findGivableRole } from '../identity/rights/find-givable-role.ts'
import { requireTry } from '../identity/throttle/throttle.ts'
import { Problem } from '../problem.ts'

type NewUser = Parameters<Handler<typeof contract.invite>>[0]['body']

// The one unique thing that this request can choose: a person's address in the organisation.
const UNIQUE_VIOLATION = '23505'

/** Whether the address has an account elsewhere makes no difference, and is told to nobody (LNK-09). */
export const inviteUser: Handler<typeof contract.invite> = async ({ body }, context) => {
  const id = context.platform.random.uuid()
  try {
    if (!mayAddUsers(context.actor.tenant.package)) throw new Problem('package.has_no_users')
    return await context.db.write((tx) => invite(tx, context, { id, ...body }))
  } catch (error) {
    const problem =
      sqlState(error) === UNIQUE_VIOLATION ? new Problem('user.exists', { cause: error }) : inOurWords(error)
    await recordDenial(context, problem, { action: 'user.invited', object: { kind: 'user', name: body.name } })
    throw problem
  }
}

async function invite(
  tx: Tx,
  context: ActorContext,
  { id, name, email, roleId, language }: NewUser & { id: string },
): Promise<User> {
  const { actor, now } = context
  const { tenantId } = actor
  const role = await findGivableRole(tx, actor, roleId)
  // Counted in this transaction: an invitation that is not sent costs nothing.
  await requireTry(tx, now, [{ name: 'invitationByTenant', parts: [tenantId] }], 'request.too_many')
  await tx.membership.createMany({
    data: [
      {
        tenantId,
        id,
        kind: 'person',
        name,
        email,
        language,
        roleId,
        status: 'invited',
        invitedBy: actor.name,
        inviterId: actor.membershipId,
        createdAt: now,
      },
    ],
  })
  await sendInvitation(tx, context, { id, email })
  const object = { kind: 'user', id, name }
  await record(tx, context, { tenantId, action: 'user.invited', object, after: { email, role: role.name } })
  return toUser(await findMember(tx, id))
}
