import type { Queryable } from '@keyholder/prisma'
import { Problem } from '../../problem.ts'
import { type FoundLink, findLink, isOpen } from '../links/find-link.ts'

/**
 * The invitation behind a link: an organisation's to a person, or the platform's to an operator.
 * @throws Problem `link.gone` for every other link, and when it can no longer be accepted
 */
export async function findInvitation(db: Queryable, { token, now }: { token: string; now: Date }): Promise<FoundLink> {
  const link = await findLink(db, token)
  const isInvitation = link?.purpose === 'invitation' || link?.purpose === 'operator'
  if (!isInvitation || !isOpen(link, now)) throw new Problem('link.gone')
  return link
}
