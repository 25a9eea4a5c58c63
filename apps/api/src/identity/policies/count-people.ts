import type { PeopleByFactors } from '@keyholder/domain'
import type { Tx } from '@keyholder/prisma'

/** The active people of this organisation by what they have linked, members who are at home elsewhere too. */
export function countPeopleByFactors(tx: Tx): Promise<PeopleByFactors[]> {
  return tx.$queryRaw<PeopleByFactors[]>`SELECT linked, users FROM count_members_by_factors()`
}
