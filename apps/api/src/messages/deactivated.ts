import type { Message } from './message.ts'

export const deactivated: Message<'deactivated'> = {
  resend: 'once',

  nl: ({ tenantName, by }, service) => ({
    subject: `Je toegang tot ${tenantName} is gestopt`,
    paragraphs: [
      `${by} heeft je toegang tot ${tenantName} in ${service} gestopt. Je bent daar uitgelogd en kunt er niet meer inloggen.`,
      'Ben je ook gebruiker van een andere organisatie? Daar verandert niets.',
    ],
    button: null,
    ifNotYou: `Klopt dit niet? Neem dan contact op met ${by}.`,
    why: `Je krijgt deze mail omdat je gebruiker was van ${tenantName}.`,
  }),

  en: ({ tenantName, by }, service) => ({
    subject: `Your access to ${tenantName} was stopped`,
    paragraphs: [
      `${by} stopped your access to ${tenantName} in ${service}. You were signed out there and can no longer sign in.`,
      'Are you a user of another organisation as well? Nothing changes there.',
    ],
    button: null,
    ifNotYou: `Is this not right? Then contact ${by}.`,
    why: `You get this e-mail because you were a user of ${tenantName}.`,
  }),
}
