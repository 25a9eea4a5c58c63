import type { EnrollableFactor } from '@keyholder/domain'
import type { World } from './world.ts'

type Owner = { tenantId: string; userId: string }

/** Gives somebody factors for the second step, straight into the tables. Nobody can sign in with these. */
export async function linkFactors(
  world: World,
  { tenantId, userId }: Owner,
  kinds: readonly EnrollableFactor[],
): Promise<void> {
  const { random } = world.platform
  const now = world.clock.now()
  const rows = kinds.map((kind) => {
    const id = random.uuid()
    const row = {
      homeTenantId: tenantId,
      id,
      userId,
      kind,
      name: kind,
      state: 'linked',
      begunBy: id,
      createdAt: now,
      linkedAt: now,
    }
    if (kind === 'authenticator') return { ...row, secretSealed: 'sealed', lastStep: 1n }
    if (kind === 'sms') return { ...row, secretSealed: 'sealed', phoneHash: id, ending: '37' }
    return { ...row, credentialId: id, publicKey: new Uint8Array([1]), counter: 0n }
  })
  await world.asOwner(async (tx) => {
    await tx.factor.createMany({ data: rows })
    await tx.membership.updateMany({ where: { userId }, data: { secondStep: 'linked' } })
  })
}
