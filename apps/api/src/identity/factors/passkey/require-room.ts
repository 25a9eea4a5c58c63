import { PASSKEYS_PER_ACCOUNT, type Subject } from '@keyholder/domain'
import type { Tx } from '@keyholder/prisma'
import { Problem } from '../../../problem.ts'
import { requireEnrollable } from '../require-enrollable.ts'

/**
 * Whether one more passkey may be linked, by the rules of the organisation that its owner comes into or works in.
 * @throws Problem `factor.not_allowed`, `passkey.limit`
 */
export async function requireRoom(tx: Tx, owner: Subject, now: Date): Promise<void> {
  const { homeTenantId, userId } = owner
  await requireEnrollable(tx, owner, { kind: 'passkey', now })
  const passkeys = await tx.factor.count({ where: { homeTenantId, userId, kind: 'passkey' } })
  if (passkeys >= PASSKEYS_PER_ACCOUNT) throw new Problem('passkey.limit')
}
