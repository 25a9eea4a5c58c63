import { PASSKEYS_PER_ACCOUNT } from '@keyholder/domain'
import type { Tx } from '@keyholder/prisma'
import { Problem } from '../../../problem.ts'
import type { CodeOwner } from '../code-owner.ts'
import { requireLinkable } from '../require-linkable.ts'

/**
 * Whether one more passkey may be linked, by the rules of the organisation that its owner comes into or works in.
 * @throws Problem `factor.not_allowed`, `passkey.limit`
 */
export async function requireRoom(tx: Tx, owner: CodeOwner, now: Date): Promise<void> {
  const { tenantId, userId } = owner
  await requireLinkable(tx, owner, { kind: 'passkey', now })
  const passkeys = await tx.factor.count({ where: { tenantId, userId, kind: 'passkey' } })
  if (passkeys >= PASSKEYS_PER_ACCOUNT) throw new Problem('passkey.limit')
}
