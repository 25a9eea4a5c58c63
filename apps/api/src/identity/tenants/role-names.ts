import type { BuiltInRole } from '@keyholder/domain'

/** What the built-in roles are called where they are made. Pages and mails have words of their own, in both languages. */
export const ROLE_NAMES: Readonly<Record<BuiltInRole, string>> = {
  holder: 'Pakkethouder',
  administrator: 'Beheerder',
  editor: 'Redacteur',
  reader: 'Lezer',
  api: 'API',
  operator: 'Functioneel beheerder',
}
