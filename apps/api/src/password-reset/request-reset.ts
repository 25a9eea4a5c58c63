import type { passwordReset as contract } from '@keyholder/contracts'
import { sourceOf } from '@keyholder/domain'
import type { Tx } from '@keyholder/prisma'
import { findLogin, type Login } from '../attempts/find-login.ts'
import { record } from '../audit/record.ts'
import type { PublicContext } from '../context.ts'
import type { Handler } from '../http/serve.ts'
import { mailResetLink } from '../links/mail-reset-link.ts'
import { lockLinks, voidLinks } from '../links/make-link.ts'
import { PLATFORM_TENANT } from '../platform-tenant.ts'
import { type Counted, countTry } from '../throttle.ts'

/**
 * Always the same answer: for a known address, an unknown one, one that may not come in, and one that was asked too often.
 * The mail goes to the address that is stored, by the outbox, so the answer waits for no mail server (CHN-10).
 */
export const requestReset: Handler<typeof contract.request> = async ({ body: { email } }, context) => {
  const { platform, request, signIn } = context
  const account = platform.keyedHash.hash('throttle', email)
  // One after the other: a source that asked too often does not use up what its victims may ask.
  if (await isTooMany(context, { name: 'resetMailBySource', parts: [sourceOf(request.address)] })) return
  if (await isTooMany(context, { name: 'resetMailByAddress', parts: [account] })) return
  const login = await findLogin(signIn, email)
  const mayComeIn = login?.status === 'active' && login.packageStatus === 'active'
  await signIn.write(async (tx) => {
    if (mayComeIn) await mailResetLink(tx, context, { ...memberOf(login), email: login.email })
    else await doAsMuch(tx, context)
    await record(tx, context, {
      tenantId: login?.membershipTenantId ?? PLATFORM_TENANT,
      action: 'password.reset-asked',
      // An unknown address is kept as a keyed hash only (AUD-13).
      object: login ? { kind: 'user', id: login.membershipId, name: login.name } : { kind: 'address', name: account },
      ...(mayComeIn ? {} : { outcome: 'denied', reason: login ? 'no-access' : 'unknown-address' }),
    })
  })
}

function memberOf({ membershipTenantId: tenantId, membershipId }: Login) {
  return { tenantId, membershipId }
}

async function isTooMany({ signIn, now }: PublicContext, counted: Counted): Promise<boolean> {
  return (await countTry(signIn, now, [counted])) !== null
}

/** As many statements as a link and its mail take, which find nothing: the time tells nothing either. */
async function doAsMuch(tx: Tx, { platform, now }: PublicContext): Promise<void> {
  const nobody = { tenantId: PLATFORM_TENANT, membershipId: platform.random.uuid() }
  await lockLinks(tx, { membershipId: nobody.membershipId, purpose: 'password-reset' })
  await voidLinks(tx, now, nobody)
  await voidLinks(tx, now, nobody)
  await voidLinks(tx, now, nobody)
}
