import type { links as contract } from '@keyholder/contracts'
import type { Handler } from '../http/serve.ts'
import { findPolicy } from '../identity/factors/find-factor-state.ts'
import { findLink, isOpen } from '../identity/links/find-link.ts'
import { requireLinkTry } from '../identity/links/require-link-try.ts'
import { findPasswordMin } from '../identity/passwords/find-password-min.ts'
import { Problem } from '../problem.ts'

/** What the page shows before its button is pressed. However often it is asked, nothing is used up (CHN-16). */
export const inspectLink: Handler<typeof contract.inspect> = async ({ body }, context) => {
  const { signIn, now } = context
  await requireLinkTry(context)
  const link = await findLink(signIn, body.token)
  if (!link || !isOpen(link, now)) throw new Problem('link.gone')
  const { purpose, email, memberName: name, language, expiresAt, tenantId, userId } = link
  const isInvitation = purpose === 'invitation' || purpose === 'operator'
  return {
    purpose,
    email,
    name,
    tenantName: purpose === 'invitation' || purpose === 'api-credential' ? link.tenantName : null,
    language,
    expiresAt: expiresAt.toISOString(),
    // Disclosed only to the mailbox of that very address.
    hasAccount: isInvitation && link.hasAccount,
    passwordMin: userId ? await findPasswordMin(signIn, userId) : (await findPolicy(signIn, tenantId)).passwordMin,
  }
}
