import type { Tx } from '@keyholder/prisma'
import { Problem } from '../../problem.ts'
import { type FoundLink, findLink, isOpen } from './find-link.ts'

type Report = FoundLink & { userId: string }
type Asked = { token: string; purpose: 'not-me' | 'email-change-stop'; now: Date }

/** The link of a report that can still be made. @throws Problem `link.gone`, also for links of every other purpose (REC-17) */
export async function findReportLink(tx: Tx, { token, purpose, now }: Asked): Promise<Report> {
  const link = await findLink(tx, token)
  if (link?.purpose !== purpose || !link.userId || !isOpen(link, now)) throw new Problem('link.gone')
  return { ...link, userId: link.userId }
}
