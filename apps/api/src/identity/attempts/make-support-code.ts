import type { WhyReason } from '@keyholder/contracts'
import {
  actorOf,
  formatSupportCode,
  newSupportCode,
  SUPPORT_CODE_LIFETIME_SECONDS,
  type Subject,
} from '@keyholder/domain'
import type { Tx } from '@keyholder/prisma'
import type { PublicContext } from '../../context.ts'
import { record } from '../audit/record.ts'

/** Why a person cannot sign in, as far as they may know. */
export type Reason = {
  reason: WhyReason
  at?: Date | undefined
  by?: string | undefined
  offSeconds?: number | undefined
}
type Member = Pick<Subject, 'tenantId' | 'membershipId' | 'name' | 'role'>

/**
 * Makes the code that a person reads out to their package holder, who looks up the reason with it. A member has one: a new one takes its
 * place. It opens nothing.
 */
export async function makeSupportCode(
  tx: Tx,
  context: Pick<PublicContext, 'platform' | 'now' | 'request'>,
  { member, why }: { member: Member; why: Reason },
): Promise<string> {
  const { platform, now } = context
  const { tenantId, membershipId } = member
  const code = newSupportCode((size) => platform.random.bytes(size))
  const { reason, at, by, offSeconds } = why
  const row = {
    code,
    reason,
    details: { at: at?.toISOString() ?? null, by: by ?? null, offSeconds: offSeconds ?? null },
    madeAt: now,
    expiresAt: new Date(now.getTime() + SUPPORT_CODE_LIFETIME_SECONDS * 1000),
  }
  await tx.supportCode.upsert({
    where: { tenantId_membershipId: { tenantId, membershipId } },
    create: { tenantId, membershipId, ...row },
    update: row,
    select: { code: true },
  })
  await record(tx, context, { tenantId, action: 'support-code.made', actor: actorOf(member), after: { reason } })
  return formatSupportCode(code)
}
