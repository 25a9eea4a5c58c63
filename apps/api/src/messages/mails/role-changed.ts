import { BUILT_IN_ROLES, type BuiltInRole, type Language } from '@keyholder/domain'
import { z } from 'zod'
import { mail } from '../mail.ts'

/** `role`: the word of a built-in role (`administrator`), said in the reader’s language, or the name of another role. */
export const roleChanged = mail({
  name: 'role-changed',
  kind: 'news',
  data: z.object({ tenantName: z.string(), role: z.string(), by: z.string() }),

  nl: ({ tenantName, role, by }, service) => ({
    subject: `Je rol bij ${tenantName} is gewijzigd`,
    paragraphs: [
      `${by} heeft je rol bij ${tenantName} gewijzigd. Je nieuwe rol is: ${roleName(role, 'nl')}.`,
      `Wat je in ${service} kunt zien en doen, hangt af van je rol.`,
    ],
    ifNotYou: `Klopt dit niet? Vraag ${by} waarom het is gedaan.`,
    why: `Je krijgt deze e-mail omdat je gebruiker bent van ${tenantName}.`,
  }),

  en: ({ tenantName, role, by }, service) => ({
    subject: `Your role at ${tenantName} was changed`,
    paragraphs: [
      `${by} changed your role at ${tenantName}. Your new role is: ${roleName(role, 'en')}.`,
      `What you can see and do in ${service} depends on your role.`,
    ],
    ifNotYou: `Is this a mistake? Ask ${by} about it.`,
    why: `You get this e-mail because you are a user of ${tenantName}.`,
  }),
})

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
