import { z } from 'zod'
import { mail } from '../mail.ts'

export const deactivated = mail({
  name: 'deactivated',
  kind: 'news',
  data: z.object({ tenantName: z.string(), by: z.string() }),

  nl: ({ tenantName, by }, service) => ({
    subject: `Je toegang tot ${tenantName} is gestopt`,
    paragraphs: [
      `${by} heeft je toegang tot ${tenantName} in ${service} gestopt. Je bent daar uitgelogd en kunt er niet meer inloggen.`,
      'Ben je ook gebruiker van een andere organisatie? Daar verandert niets.',
    ],
    ifNotYou: `Klopt dit niet? Neem dan contact op met ${by}.`,
    why: `Je krijgt deze e-mail omdat je gebruiker was van ${tenantName}.`,
  }),

  en: ({ tenantName, by }, service) => ({
    subject: `Your access to ${tenantName} has ended`,
    paragraphs: [
      `${by} ended your access to ${tenantName} in ${service}. You were signed out there and can no longer sign in.`,
      'Are you also a user of another organisation? Nothing changes there.',
    ],
    ifNotYou: `Is this a mistake? Then contact ${by}.`,
    why: `You get this e-mail because you were a user of ${tenantName}.`,
  }),
})
