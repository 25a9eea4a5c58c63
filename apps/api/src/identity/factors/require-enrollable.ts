import type { EnrollableFactor, Subject } from '@keyholder/domain'
import type { Queryable } from '@keyholder/prisma'
import { Problem } from '../../problem.ts'
import { findFactorState } from './find-factor-state.ts'

type Wanted = { kind: EnrollableFactor; now: Date }

/**
 * Whether something may be linked, by the rules of the organisation that its owner comes into or works in. Asked where linking
 * begins, and again behind the lock of the user where it is done, on every road to it.
 * @throws Problem `factor.not_allowed`
 */
export async function requireEnrollable(
  db: Queryable,
  owner: Pick<Subject, 'userId' | 'tenantId'>,
  { kind, now }: Wanted,
): Promise<void> {
  const { enrollable } = await findFactorState(db, owner, now)
  if (!enrollable.includes(kind)) throw new Problem('factor.not_allowed')
}
