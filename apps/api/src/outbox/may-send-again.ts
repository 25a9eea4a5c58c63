import { RESEND, type Resend } from '../messages/message.ts'
import { findMessage, MESSAGES } from '../messages/messages.ts'

const SEND_ATTEMPTS_AT_MOST = { once: 2, never: 1 } as const satisfies Record<Resend, number>

/** True when the message may be sent again after attempts with an unknown outcome (security.md, "Outbox"). */
export function maySendAgain(resend: Resend, sendAttempts: number): boolean {
  return sendAttempts < SEND_ATTEMPTS_AT_MOST[resend]
}

/** Messages with a one-time code: a person is waiting for it. */
export const CODES: readonly string[] = MESSAGES.filter(({ kind }) => kind === 'code').map(({ name }) => name)

/** How often a message may go out, by its template; of one that this build does not know, as a notice. */
export function resendOf(template: string): Resend {
  return RESEND[findMessage(template)?.kind ?? 'news']
}
