import type { Message } from '../messages/message.ts'
import type { MessageTemplate } from '../messages/templates.ts'

type Resend = Message<MessageTemplate>['resend']

const COPIES_AT_MOST = { once: 2, never: 1 } as const satisfies Record<Resend, number>

/** True when one more copy may leave after those of which nobody can tell whether they did (security.md, "Outbox"). */
export function mayLeave(resend: Resend, copies: number): boolean {
  return copies < COPIES_AT_MOST[resend]
}
