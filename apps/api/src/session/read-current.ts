import type { session as contract, Returned } from '@keyholder/contracts'
import { FRESH_SECONDS, isStrong } from '@keyholder/domain'
import { Prisma, type SignInDb } from '@keyholder/prisma'
import type { Actor, ActorSession } from '../context.ts'
import type { Handler } from '../http/serve.ts'
import { findFactorState } from '../identity/factors/find-factor-state.ts'
import { stepUpMethods } from '../identity/factors/offer-methods.ts'
import { Problem } from '../problem.ts'

type SessionView = Returned<typeof contract.current>
type Membership = SessionView['memberships'][number]

export const readCurrent: Handler<typeof contract.current> = async (_, { actor, signIn, now }) => {
  if (!actor.session) throw new Problem('session.missing')
  // This request counts as use.
  return describeSession(signIn, actor, { ...actor.session, lastUsedAt: now })
}

/** What the pages know of the session: names, permissions and when it ends. */
export async function describeSession(signIn: SignInDb, actor: Actor, session: ActorSession): Promise<SessionView> {
  const memberships = await signIn.query<Membership>(Prisma.sql`
    SELECT t.id, t.name, k.kind AS package FROM memberships m
    JOIN tenants t ON t.id = m.tenant_id JOIN packages k ON k.tenant_id = m.tenant_id
    WHERE m.user_id = ${actor.userId}::uuid AND m.status = 'active' AND k.status = 'active' ORDER BY t.name LIMIT 50`)
  const plus = (from: Date, seconds: number) => new Date(from.getTime() + seconds * 1000).toISOString()
  return {
    user: { id: actor.userId, name: actor.name, email: actor.email, language: actor.language },
    tenant: { id: actor.tenantId, name: actor.tenant.name, package: actor.tenant.package },
    membershipId: actor.membershipId,
    role: { name: actor.role, builtIn: actor.rights.builtIn, rank: actor.rights.rank },
    permissions: [...actor.rights.permissions],
    secondStep: { method: session.secondFactor, strong: isStrong(session.secondFactor) },
    stepUpMethods: stepUpMethods(
      await findFactorState(signIn, { userId: actor.userId, tenantId: actor.tenantId }, session.lastUsedAt),
    ),
    freshUntil: plus(session.secondFactorAt, FRESH_SECONDS),
    idleUntil: plus(session.lastUsedAt, session.idleSeconds),
    endsAt: session.endsAt.toISOString(),
    memberships,
  }
}
