import type { UserKey } from '@keyholder/domain'
import type { Platform } from '../../../context.ts'

type Keeper = Pick<Platform, 'secretBox' | 'keyedHash'>
type Belongs = UserKey & { factorId: string }

/** What is kept of a number: sealed for its owner, and a keyed hash by which the accounts that share it are counted. */
export function sealPhone({ secretBox, keyedHash }: Keeper, phone: string, belongs: Belongs) {
  return {
    secretSealed: secretBox.seal('phone', phone, contextOf(belongs)),
    phoneHash: hashPhone({ keyedHash }, phone),
  }
}

export function openPhone({ secretBox }: Keeper, sealed: string, belongs: Belongs): string {
  return secretBox.open('phone', sealed, contextOf(belongs))
}

export function hashPhone({ keyedHash }: Pick<Keeper, 'keyedHash'>, phone: string): string {
  return keyedHash.hash('phone', phone)
}

const contextOf = ({ homeTenantId, userId, factorId }: Belongs) => [homeTenantId, userId, factorId]
