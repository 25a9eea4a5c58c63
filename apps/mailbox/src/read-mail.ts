import PostalMime, { type Attachment as MimePart, type Address as ParsedAddress } from 'postal-mime'
import { type Address, type Attachment, type Message, newMessageId } from './message.ts'
import { textOfHtml } from './text-of-html.ts'

export interface Envelope {
  from: string
  to: string[]
}

export async function readMail(raw: Buffer, envelope: Envelope): Promise<Message> {
  const mail = await PostalMime.parse(raw)
  const receivedAt = new Date()
  const to = flat(mail.to)
  const cc = flat(mail.cc)
  const html = mail.html ?? ''
  return {
    id: newMessageId(),
    messageId: withoutBrackets(mail.messageId),
    isRead: false,
    from: flat(mail.from && [mail.from])[0] ?? { name: '', address: envelope.from },
    to,
    cc,
    bcc: withUnnamedRecipients({ bcc: flat(mail.bcc), named: [...to, ...cc], envelope }),
    replyTo: flat(mail.replyTo),
    returnPath: withoutBrackets(mail.returnPath) || envelope.from,
    subject: mail.subject ?? '',
    sentAt: validDate(mail.date) ?? receivedAt,
    receivedAt,
    tags: [],
    headers: mail.headers.map((header) => ({ name: header.originalKey, value: header.value })),
    text: mail.text ?? textOfHtml(html),
    html,
    inline: mail.attachments.filter(isInline).map(describePart),
    attachments: mail.attachments.filter((part) => !isInline(part)).map(describePart),
    bytes: raw.length,
  }
}

function flat(addresses: ParsedAddress[] = []): Address[] {
  return addresses
    .flatMap((one) => (one.group ? one.group : [one]))
    .map(({ name, address }) => ({ name, address: address ?? '' }))
}

/** Who got the mail without being named in it is shown as Bcc, as Mailpit does. */
function withUnnamedRecipients(mail: { bcc: Address[]; named: Address[]; envelope: Envelope }): Address[] {
  const known = new Set([...mail.bcc, ...mail.named].map((one) => one.address.toLowerCase()))
  const unnamed = mail.envelope.to.filter((address) => !known.has(address.toLowerCase()))
  return [...mail.bcc, ...unnamed.map((address) => ({ name: '', address }))]
}

function isInline(part: MimePart): boolean {
  return part.related === true || part.disposition === 'inline'
}

function describePart(part: MimePart): Attachment {
  return {
    fileName: part.filename ?? '',
    contentType: part.mimeType,
    contentId: withoutBrackets(part.contentId),
    bytes: typeof part.content === 'string' ? Buffer.byteLength(part.content) : part.content.byteLength,
  }
}

function withoutBrackets(value = ''): string {
  return value.trim().replace(/^</, '').replace(/>$/, '')
}

function validDate(value: string | undefined): Date | null {
  const date = new Date(value ?? '')
  return Number.isNaN(date.getTime()) ? null : date
}
