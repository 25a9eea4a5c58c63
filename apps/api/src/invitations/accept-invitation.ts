import type { invitations as contract } from '@keyholder/contracts'
import type { Tx } from '@keyholder/prisma'
import type { PublicContext } from '../context.ts'
import type { Handler } from '../http/serve.ts'
import { beginSignIn } from '../identity/attempts/begin-sign-in.ts'
import { record } from '../identity/audit/record.ts'
import { findPolicy } from '../identity/factors/find-factor-state.ts'
import { consumeLink } from '../identity/links/consume-link.ts'
import type { FoundLink } from '../identity/links/find-link.ts'
import { requireLinkTry } from '../identity/links/require-link-try.ts'
import { findLoginOfUser } from '../identity/logins/find-login.ts'
import { becomeMember, toSeatsProblem } from '../identity/members/become-member.ts'
import { findInvitation } from '../identity/members/find-invitation.ts'
import { choosePassword } from '../identity/passwords/choose-password.ts'
import { Problem } from '../problem.ts'

/** A first password for the address that was invited, and for no other; then on to the second step, not around it. */
export const acceptInvitation: Handler<typeof contract.accept> = async ({ body: { token, password } }, context) => {
  const { platform, signIn, now } = context
  await requireLinkTry(context)
  const invitation = await findInvitation(signIn, { token, now })
  if (invitation.hasAccount) throw new Problem('invitation.account_exists')
  const { email, memberName: name, tenantName } = invitation
  const { passwordMin } = await findPolicy(signIn, invitation.tenantId)
  const owner = { email, name, tenantName, passwordMin }
  const passwordHash = await choosePassword(context, password, owner)
  const userId = platform.random.uuid()
  await signIn
    .write(async (tx) => {
      // Read once more: whatever changed while the password was hashed counts.
      const { purpose } = await findInvitation(tx, { token, now })
      await consumeLink(tx, { token, purpose, now })
      await becomeUser(tx, context, { invitation, userId, passwordHash })
    })
    .catch((error: unknown) => {
      throw toSeatsProblem(error)
    })
  const login = await findLoginOfUser(signIn, userId)
  if (!login) throw new Problem('link.gone')
  return beginSignIn(context, login, { clearBucket: null })
}

type Newcomer = { invitation: FoundLink; userId: string; passwordHash: string }

/** The organisation that somebody joins first is their home. */
async function becomeUser(
  tx: Tx,
  context: PublicContext,
  { invitation, userId, passwordHash }: Newcomer,
): Promise<void> {
  const { now } = context
  const { tenantId, membershipId, email, memberName: name, language, role } = invitation
  const common = { homeTenantId: tenantId, name, email, language }
  await tx.user.createMany({ data: [{ ...common, id: userId, kind: 'person', createdAt: now }] })
  const { count } = await tx.login.createMany({
    data: [{ email, homeTenantId: tenantId, userId, passwordHash, passwordChangedAt: now }],
    // Two organisations can invite one address, and both be accepted at this moment: the first is home.
    skipDuplicates: true,
  })
  if (count === 0) throw new Problem('invitation.account_exists')
  await becomeMember(tx, invitation, { homeTenantId: tenantId, userId, secondStep: 'none', name, language })
  await record(tx, context, {
    tenantId,
    action: 'user.joined',
    actor: { id: membershipId, name, role },
    object: { kind: 'user', id: membershipId, name },
  })
}
