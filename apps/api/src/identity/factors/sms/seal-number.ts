import type { UserKey } from '@keyholder/domain'
import type { Platform } from '../../../context.ts'

type Keeper = Pick<Platform, 'secretBox' | 'keyedHash'>
type Belongs = UserKey & { factorId: string }

/** What is kept of a number: sealed for its owner, and a keyed hash by which the accounts that share it are counted. */
export function sealNumber({ secretBox, keyedHash }: Keeper, number: string, belongs: Belongs) {
  return {
    secretSealed: secretBox.seal('phone', number, contextOf(belongs)),
    numberHash: hashNumber({ keyedHash }, number),
  }
}

export function openNumber({ secretBox }: Keeper, sealed: string, belongs: Belongs): string {
  return secretBox.open('phone', sealed, contextOf(belongs))
}

export function hashNumber({ keyedHash }: Pick<Keeper, 'keyedHash'>, number: string): string {
  return keyedHash.hash('phone', number)
}

const contextOf = ({ homeTenantId, userId, factorId }: Belongs) => [homeTenantId, userId, factorId]
