import type { LinkPurpose } from '@keyholder/domain'
import type { Tx } from '@keyholder/prisma'
import { tokenHash } from '../../platform/keyed-hash.ts'
import { Problem } from '../../problem.ts'
import { openLinks } from './open-links.ts'

/**
 * Uses a one-time link up: one guarded update, in the transaction of its effect. The purpose is part of what is hashed,
 * so a link of one kind opens nothing of another (REC-17).
 * @throws Problem `link.gone` when it was used, voided, has expired or never was
 */
export async function consumeLink(tx: Tx, { token, purpose, now }: { token: string; purpose: LinkPurpose; now: Date }) {
  const [link] = await tx.link.updateManyAndReturn({
    where: {
      tokenHash: new Uint8Array(tokenHash(purpose, token)),
      purpose,
      ...openLinks(now),
    },
    data: { usedAt: now },
    select: { tenantId: true, membershipId: true, email: true },
  })
  if (!link) throw new Problem('link.gone')
  return link
}
