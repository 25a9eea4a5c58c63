import { connect } from '@keyholder/prisma'
import type { Config } from './config/read-config.ts'
import type { Platform } from './context.ts'
import { type Clock, systemClock } from './platform/clock.ts'
import { deriveRing } from './platform/key-ring.ts'
import { createKeyedHash } from './platform/keyed-hash.ts'
import { createPasswordHasher } from './platform/password-hash.ts'
import { createRandom } from './platform/random.ts'
import { createSecretBox } from './platform/secret-box.ts'
import { createSigningKeys } from './platform/signing-keys.ts'

type Facts = Pick<Config, 'databaseUrl' | 'databaseRoleSecret' | 'databasePoolSize' | 'keys' | 'settings'>

/** The outside world for one process. Only the clock is a fake in tests. */
export function createPlatform(config: Facts, clock: Clock = systemClock): Platform {
  const { databaseUrl, databaseRoleSecret: roleSecret, databasePoolSize: poolSize, keys, settings } = config
  const database = connect({ databaseUrl, roleSecret, poolSize })
  const secretBox = createSecretBox(keys)
  return {
    settings,
    database,
    clock,
    random: createRandom(clock),
    passwords: createPasswordHasher({ pepper: deriveRing(keys, 'password-pepper') }),
    secretBox,
    keyedHash: createKeyedHash(keys),
    signingKeys: createSigningKeys({ database, secretBox, clock }),
  }
}
