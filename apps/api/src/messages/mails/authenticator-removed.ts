import { z } from 'zod'
import { moment } from '../fields.ts'
import { CALL_ADMINISTRATOR } from '../if-not-you.ts'
import { mail } from '../mail.ts'
import { momentInWords } from '../moment-in-words.ts'

export const authenticatorRemoved = mail({
  name: 'authenticator-removed',
  kind: 'security',
  data: z.object({ name: z.string(), at: moment }),

  nl: ({ name, at }, service) => ({
    subject: 'Er is een authenticator-app verwijderd',
    paragraphs: [
      `Op ${momentInWords(at, 'nl')} is de authenticator-app ‘${name}’ verwijderd uit je account bij ${service}.`,
      'Met een code uit deze app kun je niet meer inloggen.',
    ],
    ifNotYou: CALL_ADMINISTRATOR.nl,
  }),

  en: ({ name, at }, service) => ({
    subject: 'An authenticator app was removed',
    paragraphs: [
      `On ${momentInWords(at, 'en')} the authenticator app ‘${name}’ was removed from your ${service} account.`,
      'You can no longer sign in with a code from this app.',
    ],
    ifNotYou: CALL_ADMINISTRATOR.en,
  }),
})
