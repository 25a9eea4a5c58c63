import { DEMONSTRATION_PASSWORD, seed } from '@keyholder/prisma/seed'
import { PLATFORM_TENANT } from '../identity/tenants/platform-tenant.ts'
import { systemClock } from '../platform/clock.ts'
import { deriveRing, parseKeyRing } from '../platform/key-ring.ts'
import { createPasswordHasher } from '../platform/password-hash.ts'
import { createRandom } from '../platform/random.ts'

/** Fills an empty database with the demonstration. Never in production: everybody in it has the same known password. */
export async function seedDemonstration({ ownerUrl, keys }: { ownerUrl: string; keys: string }): Promise<boolean> {
  const passwords = createPasswordHasher({ pepper: deriveRing(parseKeyRing(keys), 'password-pepper') })
  return seed({
    ownerUrl,
    ids: createRandom(systemClock),
    now: systemClock.now(),
    platformTenantId: PLATFORM_TENANT,
    passwordHash: await passwords.hash(DEMONSTRATION_PASSWORD),
  })
}
