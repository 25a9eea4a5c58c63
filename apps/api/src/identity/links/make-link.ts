import { LINK_LIFETIME_SECONDS, type LinkPurpose } from '@keyholder/domain'
import type { Tx } from '@keyholder/prisma'
import type { Platform } from '../../context.ts'
import { tokenHash } from '../../platform/keyed-hash.ts'
import { openLinks, UNTOUCHED } from './open-links.ts'

/** What making a link needs: randomness, the public address and the moment. */
export type LinkMaker = {
  platform: Pick<Platform, 'random'> & { settings: Pick<Platform['settings'], 'publicUrl'> }
  now: Date
}

type Wanted = { tenantId: string; membershipId: string; email: string; purpose: LinkPurpose }

const PAGES: Record<LinkPurpose, string> = {
  invitation: '/invitation',
  'password-reset': '/reset-password',
  'api-credential': '/api-credential',
  operator: '/invitation',
  'not-me': '/not-me',
  'email-change': '/confirm-email',
  'email-change-stop': '/stop-email-change',
}

/**
 * By these the owner says that it was not them. Each mail keeps its own until one is used: a sign-in of one's own, or another
 * change by whoever took the account over, must not void what the owner needs.
 */
const REPORTS: readonly LinkPurpose[] = ['not-me', 'email-change-stop']

/**
 * Makes a one-time link and voids the earlier open one of the same kind. The secret stands in the fragment, which browsers
 * never send, and only its hash is stored.
 */
export async function makeLink(
  tx: Tx,
  { platform, now }: LinkMaker,
  { tenantId, membershipId, email, purpose }: Wanted,
): Promise<{ token: string; url: string; expiresAt: Date }> {
  const token = platform.random.token()
  const expiresAt = new Date(now.getTime() + LINK_LIFETIME_SECONDS[purpose] * 1000)
  if (!REPORTS.includes(purpose)) {
    await lockLinks(tx, { membershipId, purpose })
    await voidLinks(tx, now, { tenantId, membershipId, purpose })
  }
  await tx.link.createMany({
    data: [
      {
        tenantId,
        id: platform.random.uuid(),
        tokenHash: new Uint8Array(tokenHash(purpose, token)),
        purpose,
        membershipId,
        email,
        createdAt: now,
        expiresAt,
      },
    ],
  })
  return { token, url: `${platform.settings.publicUrl}${PAGES[purpose]}#${token}`, expiresAt }
}

/** Of several made at once the last stays: each waits here for the one before it, and voids what that one made. */
export async function lockLinks(tx: Tx, { membershipId, purpose }: Pick<Wanted, 'membershipId' | 'purpose'>) {
  await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`link:${membershipId}:${purpose}`}, 0))::text`
}

/** Makes the open links of a member worthless: all of them, or those of one purpose. */
export async function voidLinks(
  tx: Tx,
  now: Date,
  { tenantId, membershipId, purpose }: { tenantId: string; membershipId: string; purpose?: LinkPurpose },
): Promise<void> {
  await tx.link.updateMany({
    where: { tenantId, membershipId, ...UNTOUCHED, ...(purpose ? { purpose } : {}) },
    data: { voidedAt: now },
  })
}

/**
 * Voids every open link of this account, in all organisations, except those with which the owner reports
 * that it was not them: whoever took an account over would begin with these. For the sign-in role only.
 */
export async function voidLinksOfUser(tx: Tx, now: Date, userId: string): Promise<void> {
  await tx.link.updateMany({
    where: { ...UNTOUCHED, purpose: { notIn: [...REPORTS] }, membership: { is: { userId } } },
    data: { voidedAt: now },
  })
}

/** Voids the open links of one purpose of this account, in all organisations. @returns how many there were */
export async function voidLinksOfPurpose(
  tx: Tx,
  now: Date,
  { userId, purpose }: { userId: string; purpose: LinkPurpose },
): Promise<number> {
  const { count } = await tx.link.updateMany({
    where: { ...openLinks(now), purpose, membership: { is: { userId } } },
    data: { voidedAt: now },
  })
  return count
}
