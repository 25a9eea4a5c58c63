import type { Tx } from '@keyholder/prisma'
import { asOwner } from '@keyholder/prisma/owner'
import { createPerson } from '../identity/members/create-person.ts'
import { createTenant, type Maker, type NewTenant } from '../identity/tenants/create-tenant.ts'
import { PLATFORM } from '../identity/tenants/platform-tenant.ts'
import { systemClock } from '../platform/clock.ts'
import { deriveRing, parseKeyRing } from '../platform/key-ring.ts'
import { createPasswordHasher } from '../platform/password-hash.ts'
import { createRandom } from '../platform/random.ts'
import { DEMONSTRATION, DEMONSTRATION_PASSWORD, type DemonstrationPerson, OPERATOR } from './demonstration.ts'

export { DEMONSTRATION, DEMONSTRATION_PASSWORD } from './demonstration.ts'

/**
 * Fills an empty database with the demonstration, all of it or nothing; leaves any other alone. Never in production: everybody in it
 * has the same known password.
 * @returns whether it was filled
 */
export async function seedDemonstration({ ownerUrl, keys }: { ownerUrl: string; keys: string }): Promise<boolean> {
  const passwords = createPasswordHasher({ pepper: deriveRing(parseKeyRing(keys), 'password-pepper') })
  const passwordHash = await passwords.hash(DEMONSTRATION_PASSWORD)
  const maker = { platform: { random: createRandom(systemClock) }, now: systemClock.now() }
  return asOwner(ownerUrl, async (tx) => {
    if ((await tx.tenant.count()) > 0) return false
    await fill(tx, maker, { tenant: PLATFORM, people: [OPERATOR], passwordHash })
    for (const { people, ...tenant } of DEMONSTRATION) await fill(tx, maker, { tenant, people, passwordHash })
    return true
  })
}

type Filling = { tenant: NewTenant; people: readonly DemonstrationPerson[]; passwordHash: string }

async function fill(tx: Tx, maker: Maker, { tenant, people, passwordHash }: Filling): Promise<void> {
  const created = await createTenant(tx, maker, tenant)
  for (const person of people) await createPerson(tx, maker, created, { language: 'nl', ...person, passwordHash })
}
