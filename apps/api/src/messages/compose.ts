import type { Language } from '@keyholder/domain'
import { apiCredential } from './api-credential.ts'
import { asHtml } from './as-html.ts'
import { asText } from './as-text.ts'
import { authenticatorLinked } from './authenticator-linked.ts'
import { authenticatorRemoved } from './authenticator-removed.ts'
import { authenticatorSwitchedOff } from './authenticator-switched-off.ts'
import { authenticatorUnlinked } from './authenticator-unlinked.ts'
import { deactivated } from './deactivated.ts'
import { emailChangeAsked } from './email-change-asked.ts'
import { emailChangeConfirm } from './email-change-confirm.ts'
import { emailChangeDone } from './email-change-done.ts'
import { emailChangeStopped } from './email-change-stopped.ts'
import { emailChangeTaken } from './email-change-taken.ts'
import { emailChanged } from './email-changed.ts'
import { invitation } from './invitation.ts'
import { writeLetter } from './letter.ts'
import type { Message } from './message.ts'
import { newDevice } from './new-device.ts'
import { operatorInvitation } from './operator-invitation.ts'
import { passkeyCounterRegressed } from './passkey-counter-regressed.ts'
import { passkeyLinked } from './passkey-linked.ts'
import { passkeyRemoved } from './passkey-removed.ts'
import { passwordChanged } from './password-changed.ts'
import { passwordReset } from './password-reset.ts'
import { passwordUsed } from './password-used.ts'
import { phoneLinked } from './phone-linked.ts'
import { phoneRemoved } from './phone-removed.ts'
import { policyChanged } from './policy-changed.ts'
import { policyReminder } from './policy-reminder.ts'
import { reactivated } from './reactivated.ts'
import { recoveryCodeMade } from './recovery-code-made.ts'
import { recoveryCodeUsed } from './recovery-code-used.ts'
import { roleChanged } from './role-changed.ts'
import { sessionEndedOldest } from './session-ended-oldest.ts'
import { signInCode } from './sign-in-code.ts'
import { signInReported } from './sign-in-reported.ts'
import { smsLimitReached } from './sms-limit-reached.ts'
import { smsSwitchedOff } from './sms-switched-off.ts'
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
  'passkey-linked': passkeyLinked,
  'passkey-removed': passkeyRemoved,
  'passkey-counter-regressed': passkeyCounterRegressed,
  'recovery-code-made': recoveryCodeMade,
  'recovery-code-used': recoveryCodeUsed,
  'sign-in-code': signInCode,
  'phone-linked': phoneLinked,
  'phone-removed': phoneRemoved,
  'sms-switched-off': smsSwitchedOff,
  'sms-limit-reached': smsLimitReached,
  'role-changed': roleChanged,
  'policy-changed': policyChanged,
  'policy-reminder': policyReminder,
  deactivated,
  reactivated,
  'api-credential': apiCredential,
  'operator-invitation': operatorInvitation,
  'new-device': newDevice,
  'password-used': passwordUsed,
  'sign-in-reported': signInReported,
  'session-ended-oldest': sessionEndedOldest,
  'email-change-confirm': emailChangeConfirm,
  'email-change-taken': emailChangeTaken,
  'email-change-asked': emailChangeAsked,
  'email-changed': emailChanged,
  'email-change-done': emailChangeDone,
  'email-change-stopped': emailChangeStopped,
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
