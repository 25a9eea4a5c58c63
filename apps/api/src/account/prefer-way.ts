import type { account as contract } from '@keyholder/contracts'
import { waysToShow } from '@keyholder/domain'
import type { Handler } from '../http/serve.ts'
import { record } from '../identity/audit/record.ts'
import { lockUser } from '../identity/factors/authenticator/begin-linking.ts'
import { findStanding } from '../identity/factors/find-standing.ts'
import { Problem } from '../problem.ts'

/** Only what would be offered at the next sign-in, and opens a session here, can be what it begins with. */
export const preferWay: Handler<typeof contract.preferWay> = async ({ body: { way } }, context) => {
  const { actor, signIn, now } = context
  const { homeTenantId, userId, tenantId } = actor
  await signIn.write(async (tx) => {
    await lockUser(tx, { homeTenantId, userId })
    const standing = await findStanding(tx, { userId, tenantId }, now)
    const usable = waysToShow(standing, now).includes(way) && standing.allowed.includes(way)
    if (!usable) throw new Problem('factor.not_allowed')
    await tx.login.updateMany({ where: { userId }, data: { preferredWay: way } })
    await record(tx, context, {
      tenantId,
      action: 'second-step.preferred',
      ...(standing.preferred ? { before: { way: standing.preferred } } : {}),
      after: { way },
    })
  })
}
