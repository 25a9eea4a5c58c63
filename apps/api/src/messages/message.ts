import type { Language } from '@keyholder/domain'
import type { MessageData, MessageTemplate } from './templates.ts'

/** One kind of message. `service` is the name by which people know us. */
export type Message<T extends MessageTemplate> = Readonly<
  Record<Language, (data: MessageData[T], service: string) => Content>
> & {
  /**
   * Whether it may go out again when nobody can tell if it left: a notice or a link may come twice, a one-time code
   * never does (security.md, "Outbox").
   */
  resend: 'once' | 'never'
}

/** What a message says, before it is laid out. Plain text everywhere: escaping and breaking up links happen later. */
export type Content = {
  subject: string
  /** What happened and what follows from it, a paragraph each. */
  paragraphs: readonly string[]
  button: Button | null
  /** What to do when the reader did not ask for this, or did not do it. */
  ifNotYou: string | null
  /** Why the reader gets it, as a sentence. */
  why: string
}

/** `until` says how long and how often the link works. */
export type Button = { label: string; link: string; until: string }
