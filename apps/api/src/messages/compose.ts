import type { Language } from '@keyholder/domain'
import { apiCredential } from './api-credential.ts'
import { asHtml } from './as-html.ts'
import { asText } from './as-text.ts'
import { authenticatorLinked } from './authenticator-linked.ts'
import { authenticatorRemoved } from './authenticator-removed.ts'
import { authenticatorSwitchedOff } from './authenticator-switched-off.ts'
import { authenticatorUnlinked } from './authenticator-unlinked.ts'
import { deactivated } from './deactivated.ts'
import { invitation } from './invitation.ts'
import { writeLetter } from './letter.ts'
import type { Message } from './message.ts'
import { operatorInvitation } from './operator-invitation.ts'
import { passwordChanged } from './password-changed.ts'
import { passwordReset } from './password-reset.ts'
import { reactivated } from './reactivated.ts'
import { roleChanged } from './role-changed.ts'
import type { MessageData, MessageTemplate } from './templates.ts'

/** What there is to say: a template without its message does not compile. */
export const MESSAGES: { readonly [T in MessageTemplate]: Message<T> } = {
  invitation,
  'password-reset': passwordReset,
  'password-changed': passwordChanged,
  'authenticator-linked': authenticatorLinked,
  'authenticator-unlinked': authenticatorUnlinked,
  'authenticator-removed': authenticatorRemoved,
  'authenticator-switched-off': authenticatorSwitchedOff,
  'role-changed': roleChanged,
  deactivated,
  reactivated,
  'api-credential': apiCredential,
  'operator-invitation': operatorInvitation,
}

type Filling<T extends MessageTemplate> = {
  data: MessageData[T]
  language: Language
  /** Null for a machine's contact, whose name we do not know. */
  recipientName: string | null
  serviceName: string
}

export type Composed = { subject: string; text: string; html: string }

/** Writes a message, ready to be sent. Whatever people typed into a name is text in it, and never markup or a link. */
export function compose<T extends MessageTemplate>(template: T, filling: Filling<T>): Composed {
  const { data, language, recipientName, serviceName } = filling
  const message: Message<T> = MESSAGES[template]
  const letter = writeLetter(message[language](data, serviceName), { language, recipientName, serviceName })
  return { subject: letter.subject, text: asText(letter), html: asHtml(letter) }
}

/** True when this build can write it: what waits in the outbox may be of a newer one. */
export function isTemplate(name: string): name is MessageTemplate {
  return Object.hasOwn(MESSAGES, name)
}
