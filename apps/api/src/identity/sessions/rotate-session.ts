import type { AuthMethod } from '@keyholder/domain'
import type { Tx } from '@keyholder/prisma'
import type { ActorContext } from '../../context.ts'
import { tokenHash } from '../../platform/keyed-hash.ts'
import { Problem } from '../../problem.ts'
import { sessionOf } from './session-of.ts'

type Change = {
  secondFactor?: AuthMethod
  secondFactorAt?: Date
  tenantId?: string
  membershipId?: string
  idleSeconds?: number
  endsAt?: Date
}

/**
 * Gives the session a new id; the old one is dead in the same transaction (SES-02). Of two at once, one does.
 * @throws Problem `session.missing` when the session ended or was rotated meanwhile
 */
export async function rotateSession(tx: Tx, { platform, cookies, actor }: ActorContext, change: Change): Promise<void> {
  const session = sessionOf(actor)
  const token = platform.random.token()
  const { count } = await tx.session.updateMany({
    where: { tenantId: actor.tenantId, id: session.id, tokenHash: new Uint8Array(session.tokenHash) },
    data: { ...change, tokenHash: new Uint8Array(tokenHash('session', token)) },
  })
  if (count === 0) throw new Problem('session.missing')
  cookies.openSession(token)
}
