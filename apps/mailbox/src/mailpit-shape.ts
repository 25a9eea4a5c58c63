// The JSON of Mailpit's API v1, by its own field names, so that Mailpit can take this mailbox's place.
import type { Address, Attachment, Message } from './message.ts'

const SNIPPET_CHARACTERS = 250
// A snippet never needs more of a long text than this.
const SNIPPET_SOURCE_CHARACTERS = 2000

export type MessagesPage = ReturnType<typeof messagesPage>
export type MessageDetail = ReturnType<typeof messageDetail>

export function messagesPage(page: {
  all: readonly Message[]
  matching: readonly Message[]
  start: number
  limit: number
}) {
  const messages = page.matching.slice(page.start, page.start + page.limit).map(messageSummary)
  return {
    total: page.all.length,
    unread: unreadCount(page.all),
    count: messages.length,
    messages_count: page.matching.length,
    messages_unread: unreadCount(page.matching),
    start: page.start,
    tags: [...new Set(page.all.flatMap((message) => message.tags))].sort(),
    messages,
  }
}

function messageSummary(message: Message) {
  return {
    ID: message.id,
    MessageID: message.messageId,
    Read: message.isRead,
    ...people(message),
    Subject: message.subject,
    Created: message.receivedAt.toISOString(),
    Username: '',
    Tags: message.tags,
    Size: message.bytes,
    Attachments: message.attachments.length,
    Snippet: snippet(message.text),
  }
}

export function messageDetail(message: Message) {
  return {
    ID: message.id,
    MessageID: message.messageId,
    ...people(message),
    ReturnPath: message.returnPath,
    Subject: message.subject,
    ListUnsubscribe: listUnsubscribe(message),
    Date: message.sentAt.toISOString(),
    Tags: message.tags,
    Username: '',
    Text: message.text,
    HTML: message.html,
    Size: message.bytes,
    Inline: message.inline.map(attachmentShape),
    Attachments: message.attachments.map(attachmentShape),
  }
}

/** Every header by its name as `Message-Id`, with all its values. */
export function messageHeaders(message: Message): Record<string, string[]> {
  const values = new Map<string, string[]>()
  for (const header of message.headers) {
    const name = header.name.toLowerCase().replace(/(^|-)[a-z]/g, (start) => start.toUpperCase())
    values.set(name, [...(values.get(name) ?? []), header.value])
  }
  return Object.fromEntries([...values].sort(([one], [other]) => (one < other ? -1 : 1)))
}

export function snippet(text: string): string {
  return text.slice(0, SNIPPET_SOURCE_CHARACTERS).split(/\s+/).join(' ').trim().slice(0, SNIPPET_CHARACTERS)
}

function people(message: Message) {
  return {
    From: addressShape(message.from),
    To: message.to.map(addressShape),
    Cc: message.cc.map(addressShape),
    Bcc: message.bcc.map(addressShape),
    ReplyTo: message.replyTo.map(addressShape),
  }
}

function addressShape({ name, address }: Address) {
  return { Name: name, Address: address }
}

function attachmentShape(attachment: Attachment, index: number) {
  return {
    PartID: String(index + 1),
    FileName: attachment.fileName,
    ContentType: attachment.contentType,
    ContentID: attachment.contentId,
    Size: attachment.bytes,
  }
}

function listUnsubscribe(message: Message) {
  const headers = messageHeaders(message)
  const header = headers['List-Unsubscribe']?.[0] ?? ''
  const links = header.split(',').map((link) => link.trim().replace(/^</, '').replace(/>$/, ''))
  return {
    Header: header,
    Links: links.filter(Boolean),
    Errors: '',
    HeaderPost: headers['List-Unsubscribe-Post']?.[0] ?? '',
  }
}

function unreadCount(messages: readonly Message[]): number {
  return messages.filter((message) => !message.isRead).length
}
