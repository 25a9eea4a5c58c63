import { CHALLENGE_LIFETIME_SECONDS } from '@keyholder/domain'
import { Prisma, type Tx } from '@keyholder/prisma'
import type { PublicContext } from '../../../context.ts'
import { tokenHash } from '../../../platform/keyed-hash.ts'
import type { Ceremony } from './ceremony.ts'

/** Makes a challenge of 256 bits, in the place of an earlier one of the same sign-in or session. Only its hash is kept. */
export async function makeChallenge(
  tx: Tx,
  { platform, now }: Pick<PublicContext, 'platform' | 'now'>,
  { purpose, owner, boundTo }: Ceremony,
): Promise<string> {
  const challenge = platform.random.token()
  if (owner) await tx.passkeyChallenge.deleteMany({ where: { userId: owner.userId, purpose, boundTo } })
  await tx.passkeyChallenge.createMany({
    data: [
      {
        challengeHash: new Uint8Array(tokenHash('passkey', challenge)),
        purpose,
        homeTenantId: owner?.homeTenantId ?? null,
        userId: owner?.userId ?? null,
        boundTo,
        createdAt: now,
        expiresAt: new Date(now.getTime() + CHALLENGE_LIFETIME_SECONDS * 1000),
      },
    ],
  })
  return challenge
}

type Taken = { purpose: string; userId: string | null; boundTo: string | null; expiresAt: Date }

/**
 * Uses a challenge up, whatever comes of it: of any number at once, one gets it, and none gets it again (ENR-22).
 * @returns whether it was made for this, here, by this person, a moment ago
 */
export async function consumeChallenge(
  { signIn, now }: Pick<PublicContext, 'signIn' | 'now'>,
  challenge: string,
  { purpose, owner, boundTo }: Ceremony,
): Promise<boolean> {
  const [taken] = await signIn.query<Taken>(Prisma.sql`
    DELETE FROM passkey_challenges WHERE challenge_hash = ${tokenHash('passkey', challenge)}
    RETURNING purpose, user_id AS "userId", bound_to AS "boundTo", expires_at AS "expiresAt"`)
  if (!taken || taken.expiresAt <= now) return false
  return taken.purpose === purpose && taken.userId === (owner?.userId ?? null) && taken.boundTo === boundTo
}
