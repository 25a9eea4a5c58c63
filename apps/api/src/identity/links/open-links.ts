import { Prisma } from '@keyholder/prisma'

/** A link that was neither used nor voided. It may have expired. */
export const UNTOUCHED = { usedAt: null, voidedAt: null } as const

/** The same of the link `l`. */
export const IS_UNTOUCHED = Prisma.sql`l.used_at IS NULL AND l.voided_at IS NULL`

/** A link that can be used at this moment, as far as its own row says. */
export function openLinks(now: Date) {
  return { ...UNTOUCHED, expiresAt: { gt: now } }
}

/** The same of the link `l`. */
export function isLinkOpen(now: Date): Prisma.Sql {
  return Prisma.sql`${IS_UNTOUCHED} AND l.expires_at > ${now}`
}
