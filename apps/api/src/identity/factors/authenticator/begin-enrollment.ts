import { newTotpSecret, totpUri, type UserKey } from '@keyholder/domain'
import type { Tx } from '@keyholder/prisma'
import type { PublicContext } from '../../../context.ts'

const LINKING_SECONDS = 15 * 60

type Wanted = {
  homeTenantId: string
  userId: string
  email: string
  name: string
  /** The sign-in or the session that begins it: only that one can resume and finish. */
  begunBy: string
  replacesId?: string
}

/**
 * Begins linking an authenticator, or resumes what the same sign-in or session began. Until one correct code the secret
 * is worth nothing, and what was linked before keeps working (ENR-04). Beginning elsewhere voids it (ENR-05).
 */
export async function beginEnrollment(
  tx: Tx,
  { platform, now }: Pick<PublicContext, 'platform' | 'now'>,
  wanted: Wanted,
) {
  const { homeTenantId, userId, email, name, begunBy, replacesId } = wanted
  // Several tabs at once take turns, so that there is one pending secret and all of them show it.
  await lockUser(tx, { homeTenantId, userId })
  const issuer = platform.settings.serviceName
  const describe = (id: string, secret: string, expiresAt: Date) => ({
    id,
    secret,
    uri: totpUri({ secret, issuer, account: email }),
    issuer,
    account: email,
    expiresAt: expiresAt.toISOString(),
  })
  const begun = await tx.factor.findFirst({
    where: {
      homeTenantId,
      userId,
      kind: 'authenticator',
      state: 'pending',
      begunBy,
      name,
      replacesId: replacesId ?? null,
      expiresAt: { gt: now },
    },
    select: { id: true, secretSealed: true, expiresAt: true },
  })
  if (begun?.expiresAt && begun.secretSealed) {
    return describe(
      begun.id,
      platform.secretBox.open('authenticator', begun.secretSealed, [homeTenantId, userId, begun.id]),
      begun.expiresAt,
    )
  }
  await tx.factor.deleteMany({ where: { homeTenantId, userId, kind: 'authenticator', state: 'pending' } })
  const id = platform.random.uuid()
  const secret = newTotpSecret((size) => platform.random.bytes(size))
  const expiresAt = new Date(now.getTime() + LINKING_SECONDS * 1000)
  const secretSealed = platform.secretBox.seal('authenticator', secret, [homeTenantId, userId, id])
  await tx.factor.createMany({
    data: [
      {
        homeTenantId,
        id,
        userId,
        kind: 'authenticator',
        name,
        state: 'pending',
        secretSealed,
        begunBy,
        replacesId: replacesId ?? null,
        createdAt: now,
        expiresAt,
      },
    ],
  })
  return describe(id, secret, expiresAt)
}

/** Every change of a user's factors takes this lock first: enrolling and unlinking never overlap (RAC-08). */
export async function lockUser(tx: Tx, { homeTenantId, userId }: UserKey): Promise<void> {
  await tx.$queryRaw`SELECT FROM users WHERE tenant_id = ${homeTenantId}::uuid AND id = ${userId}::uuid FOR UPDATE`
}
