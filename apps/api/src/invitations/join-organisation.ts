import type { invitations as contract } from '@keyholder/contracts'
import type { Tx } from '@keyholder/prisma'
import type { ActorContext } from '../context.ts'
import type { Handler } from '../http/serve.ts'
import { record } from '../identity/audit/record.ts'
import { consumeLink } from '../identity/links/consume-link.ts'
import type { FoundLink } from '../identity/links/find-link.ts'
import { requireLinkTry } from '../identity/links/require-link-try.ts'
import { becomeMember, toSeatsProblem } from '../identity/members/become-member.ts'
import { findInvitation } from '../identity/members/find-invitation.ts'
import { Problem } from '../problem.ts'

/** Whoever has an account already joins with it, and only they: being invited makes nobody a member (LNK-09). */
export const joinOrganisation: Handler<typeof contract.join> = async ({ body: { token } }, context) => {
  const { actor, signIn, now } = context
  await requireLinkTry(context)
  const tenantId = await signIn
    .write(async (tx) => {
      const invitation = await findInvitation(tx, { token, now })
      const login = await tx.login.findFirst({ where: { userId: actor.userId }, select: { email: true } })
      if (login?.email !== invitation.email) throw new Problem('link.other_account')
      await consumeLink(tx, { token, purpose: invitation.purpose, now })
      await join(tx, context, invitation)
      return invitation.tenantId
    })
    .catch((error: unknown) => {
      throw toSeatsProblem(error)
    })
  return { tenantId }
}

async function join(tx: Tx, context: ActorContext, invitation: FoundLink): Promise<void> {
  const { homeTenantId, userId, name, language, tenantId: here, membershipId: own } = context.actor
  const { tenantId, membershipId, role } = invitation
  if ((await tx.membership.count({ where: { tenantId, userId } })) > 0) throw new Problem('user.exists')
  const as = await tx.membership.findFirst({ where: { tenantId: here, id: own }, select: { secondStep: true } })
  const secondStep = as?.secondStep ?? 'none'
  await becomeMember(tx, invitation, { homeTenantId, userId, secondStep, name, language })
  await record(tx, context, {
    tenantId,
    action: 'user.joined',
    actor: { id: membershipId, name, role },
    object: { kind: 'user', id: membershipId, name },
  })
}
