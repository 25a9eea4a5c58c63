import { PASSKEYS_PER_ACCOUNT } from '@keyholder/domain'
import type { Tx } from '@keyholder/prisma'
import { Problem } from '../../problem.ts'
import type { CodeOwner } from '../code-owner.ts'
import { findStanding } from '../find-standing.ts'

/**
 * Whether one more passkey may be linked, by the rules of the organisation that its owner comes into or works in.
 * @throws Problem `factor.not_allowed`, `passkey.limit`
 */
export async function requireRoom(tx: Tx, owner: CodeOwner, now: Date): Promise<void> {
  const { tenantId, userId } = owner
  const { linkable } = await findStanding(tx, owner, now)
  if (!linkable.includes('passkey')) throw new Problem('factor.not_allowed')
  const passkeys = await tx.factor.count({ where: { tenantId, userId, kind: 'passkey' } })
  if (passkeys >= PASSKEYS_PER_ACCOUNT) throw new Problem('passkey.limit')
}
