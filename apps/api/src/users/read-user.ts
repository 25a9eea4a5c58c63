import type { users as contract, Returned } from '@keyholder/contracts'
import { actionsOn, ENROLLABLE_FACTORS } from '@keyholder/domain'
import type { Tx } from '@keyholder/prisma'
import type { ActorContext } from '../context.ts'
import type { Handler } from '../http/serve.ts'
import { findMember, type Member, toUser } from '../identity/members/find-member.ts'
import { isSessionOpen } from '../identity/sessions/is-open.ts'

type Detail = Returned<typeof contract.read>

const MOST_SESSIONS = 50
const MOST_FACTORS = 20

export const readUser: Handler<typeof contract.read> = async ({ params: { id } }, context) =>
  context.db.read(async (tx) => {
    const member = await findMember(tx, id)
    return {
      ...toUser(member),
      language: member.language,
      invitedBy: member.invitedBy,
      factors: await readFactors(tx, member),
      sessions: await readSessions(tx, context, member),
      relinkCodeExpiresAt: await readRelinkExpiry(tx, member),
      isHome: member.isHome,
      actions: actionsOn(context.actor, member),
    }
  })

/** What unlinking would remove. Factors of users at home elsewhere are not visible here. */
async function readFactors(tx: Tx, { userId }: Member): Promise<Detail['factors']> {
  if (!userId) return []
  const factors = await tx.factor.findMany({
    where: { userId, linkedAt: { not: null } },
    select: { id: true, kind: true, name: true, ending: true, linkedAt: true, lastUsedAt: true },
    orderBy: [{ linkedAt: 'asc' }, { id: 'asc' }],
    take: MOST_FACTORS,
  })
  return factors.flatMap(({ id, kind, name, ending, linkedAt, lastUsedAt }) => {
    const known = ENROLLABLE_FACTORS.find((one) => one === kind)
    if (!known || !linkedAt) return []
    const used = { linkedAt: linkedAt.toISOString(), lastUsedAt: lastUsedAt?.toISOString() ?? null }
    return [{ id, kind: known, name, ending, ...used }]
  })
}

type SessionRow = { id: string; openedAt: Date; lastUsedAt: Date; userAgent: string; ip: string }

/** What still opens something now, in this organisation; the last used first. */
async function readSessions(tx: Tx, { actor, now }: ActorContext, member: Member): Promise<Detail['sessions']> {
  const rows = await tx.$queryRaw<SessionRow[]>`
    SELECT s.id, s.opened_at AS "openedAt", s.last_used_at AS "lastUsedAt", s.user_agent AS "userAgent", s.ip
    FROM sessions s
    WHERE s.membership_id = ${member.id}::uuid AND ${isSessionOpen(now)}
    ORDER BY s.last_used_at DESC, s.id LIMIT ${MOST_SESSIONS}`
  return rows.map(({ id, openedAt, lastUsedAt, userAgent, ip }) => ({
    id,
    openedAt: openedAt.toISOString(),
    lastUsedAt: lastUsedAt.toISOString(),
    userAgent,
    ip,
    current: id === actor.session?.id,
  }))
}

async function readRelinkExpiry(tx: Tx, { userId }: Member): Promise<string | null> {
  if (!userId) return null
  const code = await tx.relinkCode.findFirst({ where: { userId }, select: { expiresAt: true } })
  return code?.expiresAt.toISOString() ?? null
}
