import { LANGUAGES, type Language } from '@keyholder/domain'
import type { Mail } from '../platform/mail-transport.ts'
import type { Sms } from '../platform/sms/sms-transport.ts'

/** A message that is ready to leave, by its channel. */
export type Written = { mail: Mail } | { sms: Sms }

/** The member that a message goes to, as they are when it is sent. */
export type Member = { kind: string; name: string; email: string; language: string }

export function languageOf(member: Member): Language {
  return LANGUAGES.find((language) => language === member.language) ?? 'nl'
}
