import { BUILT_IN_ROLES, type BuiltInRole, type Language } from '@keyholder/domain'
import type { Message } from './message.ts'

export const roleChanged: Message<'role-changed'> = {
  resend: 'once',

  nl: ({ tenantName, role, by }, service) => ({
    subject: `Je rol bij ${tenantName} is gewijzigd`,
    paragraphs: [
      `${by} heeft je rol bij ${tenantName} gewijzigd. Je nieuwe rol is: ${roleName(role, 'nl')}.`,
      `Wat je in ${service} kunt zien en doen, hangt af van je rol.`,
    ],
    button: null,
    ifNotYou: `Klopt dit niet? Vraag ${by} waarom het is gedaan.`,
    why: `Je krijgt deze mail omdat je gebruiker bent van ${tenantName}.`,
  }),

  en: ({ tenantName, role, by }, service) => ({
    subject: `Your role at ${tenantName} was changed`,
    paragraphs: [
      `${by} changed your role at ${tenantName}. Your new role is: ${roleName(role, 'en')}.`,
      `What you can see and do in ${service} depends on your role.`,
    ],
    button: null,
    ifNotYou: `Is this not right? Ask ${by} why it was done.`,
    why: `You get this e-mail because you are a user of ${tenantName}.`,
  }),
}

function roleName(role: string, language: Language): string {
  const builtIn = BUILT_IN_ROLES.find((word) => word === role)
  return builtIn ? ROLE_NAMES[language][builtIn] : role
}

const ROLE_NAMES: Record<Language, Record<BuiltInRole, string>> = {
  nl: {
    holder: 'pakkethouder',
    administrator: 'beheerder',
    editor: 'redacteur',
    reader: 'lezer',
    api: 'API-gebruiker',
    operator: 'functioneel beheerder',
  },
  en: {
    holder: 'package holder',
    administrator: 'administrator',
    editor: 'editor',
    reader: 'reader',
    api: 'API user',
    operator: 'operator',
  },
}
