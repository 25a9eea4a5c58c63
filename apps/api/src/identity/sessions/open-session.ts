import type { AuthMethod, Subject } from '@keyholder/domain'
import type { Tx } from '@keyholder/prisma'
import type { PublicContext } from '../../context.ts'
import { tokenHash } from '../../platform/keyed-hash.ts'
import { Problem } from '../../problem.ts'
import { findPolicy } from '../factors/find-factor-state.ts'
import { endOldestSession } from './end-oldest-session.ts'

type Opened = Pick<Subject, 'tenantId' | 'membershipId' | 'homeTenantId' | 'userId'> & {
  secondFactor: AuthMethod
  secondFactorAt: Date
  passwordProven: boolean
}

/**
 * Opens a session after a second factor: a new random token, of which only the hash is kept. The member's standing is read
 * once more, in this transaction.
 * @throws Problem `attempt.missing` when the member is no longer active: a new sign-in tells why
 */
export async function openSession(
  tx: Tx,
  context: Pick<PublicContext, 'platform' | 'now' | 'cookies' | 'request'>,
  opened: Opened,
): Promise<void> {
  const { platform, now, cookies, request } = context
  const { tenantId, membershipId } = opened
  const { count } = await tx.membership.updateMany({
    where: { tenantId, id: membershipId, status: 'active', userId: opened.userId },
    data: { lastSignInAt: now },
  })
  if (count === 0) throw new Problem('attempt.missing')
  const { idleMinutes, absoluteHours } = await findPolicy(tx, tenantId)
  const token = platform.random.token()
  await tx.session.createMany({
    data: [
      {
        ...opened,
        id: platform.random.uuid(),
        tokenHash: new Uint8Array(tokenHash('session', token)),
        openedAt: now,
        lastUsedAt: now,
        idleSeconds: idleMinutes * 60,
        endsAt: new Date(now.getTime() + absoluteHours * 3_600_000),
        userAgent: request.userAgent,
        ip: request.ip,
      },
    ],
  })
  await endOldestSession(tx, context, opened)
  cookies.openSession(token)
  cookies.endAttempt()
}
