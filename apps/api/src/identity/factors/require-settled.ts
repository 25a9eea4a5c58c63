import { Problem } from '../../problem.ts'

const AFTER_UNLINKING_DAYS = 7
const DAY_MILLISECONDS = 86_400_000

/**
 * Somebody else unlinked the authenticator: for a week the address stays, so that the two together take no account over (REC-19).
 * @throws Problem `email.unlinked_recently`
 */
export function requireSettled({ unlinkedAt }: { unlinkedAt: Date | null }, now: Date): void {
  if (!unlinkedAt || now.getTime() - unlinkedAt.getTime() >= AFTER_UNLINKING_DAYS * DAY_MILLISECONDS) return
  throw new Problem('email.unlinked_recently')
}
