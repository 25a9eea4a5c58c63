import { randomBytes } from 'node:crypto'

export interface Address {
  name: string
  address: string
}

interface Header {
  name: string
  value: string
}

/** What a message carries besides its text; the content itself is not kept. */
export interface Attachment {
  fileName: string
  contentType: string
  contentId: string
  bytes: number
}

export interface Message {
  id: string
  messageId: string
  isRead: boolean
  from: Address
  to: Address[]
  cc: Address[]
  bcc: Address[]
  replyTo: Address[]
  returnPath: string
  subject: string
  /** When the sender says it was written; `receivedAt` is when it came in. */
  sentAt: Date
  receivedAt: Date
  tags: string[]
  headers: Header[]
  text: string
  html: string
  inline: Attachment[]
  attachments: Attachment[]
  bytes: number
}

/** As long as Mailpit's ids, and as little to be guessed. */
export function newMessageId(): string {
  return randomBytes(16).toString('base64url')
}
