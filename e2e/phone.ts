import type { Inbox } from './inbox.ts'

/** A mobile phone of one test alone: other tests neither send codes to it nor use up its limits. */
export class Phone {
  readonly #inbox: Inbox
  /** The number as people here write it. */
  readonly typed: string
  /** The same number as the server keeps it. */
  readonly number: string

  /** `lastSix` are digits. */
  constructor(inbox: Inbox, lastSix: string) {
    this.#inbox = inbox
    this.typed = `06 12 ${lastSix}`
    this.number = `+31612${lastSix}`
  }

  /** The code in the newest unread text message. */
  async code(): Promise<string> {
    return this.#inbox.smsCode(this.number)
  }
}
