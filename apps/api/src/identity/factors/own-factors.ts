import type { account as contract, Returned } from '@keyholder/contracts'
import {
  AUTHENTICATORS_PER_ACCOUNT,
  asksWhetherItWorks,
  ENROLLABLE_FACTORS,
  type EnrollableFactor,
  type FactorKind,
  PASSKEYS_PER_ACCOUNT,
} from '@keyholder/domain'
import type { Tx } from '@keyholder/prisma'
import type { Actor } from '../../context.ts'

export type OwnFactor = {
  id: string
  kind: EnrollableFactor
  name: string
  ending: string | null
  linkedAt: Date
  lastUsedAt: Date | null
}

/** The linked factors of a user, oldest first. Those that are switched off are left out. */
export async function findOwnFactors(tx: Tx, { homeTenantId, userId }: Actor): Promise<OwnFactor[]> {
  const rows = await tx.factor.findMany({
    where: { homeTenantId, userId, state: 'linked' },
    select: { id: true, kind: true, name: true, ending: true, linkedAt: true, lastUsedAt: true, createdAt: true },
    orderBy: [{ linkedAt: 'asc' }, { id: 'asc' }],
    // One of each more than may be, so that one too many is seen; and the number.
    take: AUTHENTICATORS_PER_ACCOUNT + PASSKEYS_PER_ACCOUNT + 3,
  })
  return rows.flatMap(({ kind, linkedAt, createdAt, ...row }) => {
    const known = ENROLLABLE_FACTORS.find((one) => one === kind)
    return known ? [{ ...row, kind: known, linkedAt: linkedAt ?? createdAt }] : []
  })
}

type Shown = Returned<typeof contract.secondSteps>['factors'][number]

/** One of them as its owner sees it, in the organisation that they work in. */
export function describeFactor(
  { linkedAt, lastUsedAt, ...factor }: OwnFactor,
  { allowed, now }: { allowed: readonly FactorKind[]; now: Date },
): Shown {
  return {
    ...factor,
    linkedAt: linkedAt.toISOString(),
    lastUsedAt: lastUsedAt?.toISOString() ?? null,
    askWhetherItWorks: asksWhetherItWorks({ linkedAt, lastUsedAt }, now),
    allowed: allowed.includes(factor.kind),
  }
}
