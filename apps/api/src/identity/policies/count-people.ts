import type { PeopleByWays } from '@keyholder/domain'
import type { Tx } from '@keyholder/prisma'

/** The active people of this organisation by what they have linked, members who are at home elsewhere too. */
export function countPeopleByWays(tx: Tx): Promise<PeopleByWays[]> {
  return tx.$queryRaw<PeopleByWays[]>`SELECT linked, users FROM people_by_linked_ways()`
}
