import { isTemplate, MESSAGES } from '../messages/compose.ts'
import type { Message } from '../messages/message.ts'
import type { MessageTemplate } from '../messages/templates.ts'
import { isTextTemplate, TEXTS } from '../messages/texts.ts'

export type Resend = Message<MessageTemplate>['resend']

const SEND_ATTEMPTS_AT_MOST = { once: 2, never: 1 } as const satisfies Record<Resend, number>

/** True when one more copy may leave after those of which nobody can tell whether they did (security.md, "Outbox"). */
export function maySendAgain(resend: Resend, sendAttempts: number): boolean {
  return sendAttempts < SEND_ATTEMPTS_AT_MOST[resend]
}

/** What holds a one-time code: whoever asked for it waits. */
export const CODES: readonly string[] = [...Object.keys(MESSAGES), ...Object.keys(TEXTS)].filter(
  (template) => resendOf(template) === 'never',
)

/** How often a message may go out, by its template; of one that this build does not know, as a notice. */
export function resendOf(template: string): Resend {
  if (isTextTemplate(template)) return TEXTS[template].resend
  return isTemplate(template) ? MESSAGES[template].resend : 'once'
}
