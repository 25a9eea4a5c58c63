import { RESEND, type Resend } from '../messages/message.ts'
import { findMessage, MESSAGES } from '../messages/messages.ts'

const SEND_ATTEMPTS_AT_MOST = { once: 2, never: 1 } as const satisfies Record<Resend, number>

/** True when one more copy may leave after those of which nobody can tell whether they did (security.md, "Outbox"). */
export function maySendAgain(resend: Resend, sendAttempts: number): boolean {
  return sendAttempts < SEND_ATTEMPTS_AT_MOST[resend]
}

/** What holds a one-time code: whoever asked for it waits. */
export const CODES: readonly string[] = MESSAGES.filter(({ kind }) => kind === 'code').map(({ name }) => name)

/** How often a message may go out, by its template; of one that this build does not know, as a notice. */
export function resendOf(template: string): Resend {
  return RESEND[findMessage(template)?.kind ?? 'news']
}
