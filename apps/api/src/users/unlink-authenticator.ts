import type { users as contract } from '@keyholder/contracts'
import { formatRelinkCode, newRelinkCode, RELINK_CODE_LIFETIME_SECONDS } from '@keyholder/domain'
import type { Tx } from '@keyholder/prisma'
import type { ActorContext } from '../context.ts'
import type { Handler } from '../http/serve.ts'
import { record } from '../identity/audit/record.ts'
import type { Member } from '../identity/members/find-member.ts'
import { enqueue } from '../outbox/enqueue.ts'
import { Problem } from '../problem.ts'
import { actOnUser, objectOf } from './act-on-user.ts'

/**
 * Takes the second step away and ends everything that it opened, wherever. What is given in its place is a code that only
 * this answer holds: the password alone opens nothing (REC-18).
 */
export const unlinkAuthenticator: Handler<typeof contract.unlinkAuthenticator> = async (
  { params: { id }, body },
  context,
) => {
  const { actor, now, platform } = context
  const { tenantId } = actor
  const code = newRelinkCode((size) => platform.random.bytes(size))
  const expiresAt = new Date(now.getTime() + RELINK_CODE_LIFETIME_SECONDS * 1000)
  await actOnUser(context, { action: 'unlink', id }, async (tx, member) => {
    await unlink(tx, context, { member, code, expiresAt })
    await record(tx, context, {
      tenantId,
      action: 'authenticator.unlinked',
      object: objectOf(member),
      reason: body.reason,
    })
    const data = { tenantName: actor.tenant.name, by: actor.name, at: now.toISOString() }
    await enqueue(tx, context, { tenantId, membershipId: id, template: 'authenticator-unlinked', data })
  })
  return { relinkCode: formatRelinkCode(code), expiresAt: expiresAt.toISOString() }
}

/** Done by a function of the tables' owner: nobody else may touch factors, and what was opened elsewhere ends as well. */
async function unlink(
  tx: Tx,
  { actor, now, platform }: ActorContext,
  { member, code, expiresAt }: { member: Member; code: string; expiresAt: Date },
) {
  const codeHash = platform.keyedHash.hash('relink-code', `${member.userId} ${code}`)
  const [answer] = await tx.$queryRaw<{ unlinked: boolean | null }[]>`
    SELECT unlink_authenticators(${member.id}::uuid, ${codeHash}, ${actor.membershipId}::uuid, ${actor.name}, ${now}::timestamptz, ${expiresAt}::timestamptz) AS unlinked`
  if (answer?.unlinked === null) throw new Problem('user.other_home')
  if (!answer?.unlinked) throw new Problem('authenticator.none')
}
