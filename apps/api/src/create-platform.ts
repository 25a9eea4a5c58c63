import { connect } from '@keyholder/prisma'
import type { Config } from './config/read-config.ts'
import type { Platform } from './context.ts'
import { type Clock, systemClock } from './platform/clock.ts'
import { deriveRing } from './platform/key-ring.ts'
import { createKeyedHash } from './platform/keyed-hash.ts'
import { createPasswordHasher } from './platform/password-hash.ts'
import { createRandom } from './platform/random.ts'
import { createSecretBox } from './platform/secret-box.ts'

type Facts = Pick<Config, 'databaseUrl' | 'databaseRoleSecret' | 'databasePoolSize' | 'keys' | 'settings'>

/** The outside world for one process. Only the clock is a fake in tests. */
export function createPlatform(config: Facts, clock: Clock = systemClock): Platform {
  const { databaseUrl, databaseRoleSecret: roleSecret, databasePoolSize: poolSize, keys, settings } = config
  return {
    settings,
    database: connect({ databaseUrl, roleSecret, poolSize }),
    clock,
    random: createRandom(clock),
    passwords: createPasswordHasher({ pepper: deriveRing(keys, 'password-pepper') }),
    secretBox: createSecretBox(keys),
    keyedHash: createKeyedHash(keys),
  }
}
