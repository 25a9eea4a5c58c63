import type { passwordReset as contract } from '@keyholder/contracts'
import type { Queryable } from '@keyholder/prisma'
import type { Handler } from '../http/serve.ts'
import { beginSignIn } from '../identity/attempts/begin-sign-in.ts'
import { record } from '../identity/audit/record.ts'
import { consumeLink } from '../identity/links/consume-link.ts'
import { findLink, isOpen } from '../identity/links/find-link.ts'
import { requireLinkTry } from '../identity/links/require-link-try.ts'
import { findLoginOfUser } from '../identity/logins/find-login.ts'
import { choosePassword } from '../identity/passwords/choose-password.ts'
import { findPasswordMin } from '../identity/passwords/find-password-min.ts'
import { storePassword } from '../identity/passwords/store-password.ts'
import { Problem } from '../problem.ts'

/** A new password by mail ends every session and opens none: the second step follows as at any sign-in (REC-16). */
export const completeReset: Handler<typeof contract.complete> = async ({ body: { token, password } }, context) => {
  const { signIn, now } = context
  await requireLinkTry(context)
  const account = await findAccount(signIn, { token, now })
  const passwordMin = await findPasswordMin(signIn, account.userId)
  const passwordHash = await choosePassword(context, password, { ...account, passwordMin })
  await signIn.write(async (tx) => {
    // Read again: a member deactivated while the password was hashed gets none.
    const { tenantId, membershipId, userId, name, role } = await findAccount(tx, { token, now })
    await consumeLink(tx, { token, purpose: 'password-reset', now })
    await storePassword(tx, context, { tenantId, membershipId, userId, passwordHash, byLink: true })
    await record(tx, context, {
      tenantId,
      action: 'password.reset',
      actor: { id: membershipId, name, role },
      object: { kind: 'user', id: membershipId, name },
    })
  })
  const login = await findLoginOfUser(signIn, account.userId)
  if (!login) throw new Problem('link.gone')
  return beginSignIn(context, login, { clearBucket: null })
}

/** Whose password the link is for. @throws Problem `link.gone`, also for links of every other purpose (REC-17) */
async function findAccount(db: Queryable, { token, now }: { token: string; now: Date }) {
  const link = await findLink(db, token)
  if (link?.purpose !== 'password-reset' || !link.userId || !isOpen(link, now)) throw new Problem('link.gone')
  const { tenantId, membershipId, userId, email, memberName: name, tenantName, role } = link
  return { tenantId, membershipId, userId, email, name, tenantName, role }
}
