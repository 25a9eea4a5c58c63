import type { account as contract, Returned } from '@keyholder/contracts'
import { AUTHENTICATORS_PER_ACCOUNT } from '@keyholder/domain'
import type { Tx } from '@keyholder/prisma'
import type { Actor } from '../context.ts'
import type { Handler } from '../http/serve.ts'

type Authenticator = Returned<typeof contract.authenticators>['items'][number]

export const listAuthenticators: Handler<typeof contract.authenticators> = async (_, { actor, signIn }) => {
  return { items: await signIn.read((tx) => findLinked(tx, actor)) }
}

/** The authenticators that one can sign in with, the oldest first. */
export async function findLinked(tx: Tx, { userTenantId: tenantId, userId }: Actor): Promise<Authenticator[]> {
  const rows = await tx.factor.findMany({
    where: { tenantId, userId, state: 'linked' },
    select: { id: true, name: true, linkedAt: true, lastUsedAt: true, createdAt: true },
    orderBy: [{ linkedAt: 'asc' }, { id: 'asc' }],
    // One more than may be, so that one too many is seen.
    take: AUTHENTICATORS_PER_ACCOUNT + 1,
  })
  return rows.map(({ id, name, linkedAt, lastUsedAt, createdAt }) => ({
    id,
    name,
    linkedAt: (linkedAt ?? createdAt).toISOString(),
    lastUsedAt: lastUsedAt?.toISOString() ?? null,
  }))
}
