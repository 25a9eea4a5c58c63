import type { Language } from '@keyholder/domain'

/** What a mail says, before it is laid out. Plain text everywhere: escaping and breaking up links happen later. */
export type Content = {
  subject: string
  /** What happened and what follows from it, a paragraph each. */
  paragraphs: readonly string[]
  button?: Button
  /** What to do when the reader did not ask for this, or did not do it. */
  ifNotYou: string
  /** Why the reader gets it, as a sentence. A security notice has one already. */
  why?: string
}

/** `until` says how long and how often the link works. */
export type Button = { label: string; link: string; until: string }

/** Who reads it, and where. */
export type Around = {
  language: Language
  /** Null greets nobody by name. */
  recipientName: string | null
  serviceName: string
}
