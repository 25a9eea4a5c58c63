import type { Inbox } from './inbox.ts'

/** A mobile phone of a test's own: nobody else's codes come to it, and nobody else's use up its limits. */
export class Phone {
  readonly #inbox: Inbox
  /** The number as people here write it. */
  readonly typed: string
  /** The same as the server keeps it. */
  readonly number: string

  /** `lastSix` are digits. */
  constructor(inbox: Inbox, lastSix: string) {
    this.#inbox = inbox
    this.typed = `06 12 ${lastSix}`
    this.number = `+31612${lastSix}`
  }

  /** The code of the newest unread text message. */
  async code(): Promise<string> {
    return this.#inbox.smsCode(this.number)
  }
}
