import { z } from 'zod'
import { moment } from '../fields.ts'
import { CALL_ADMINISTRATOR } from '../if-not-you.ts'
import { mail } from '../mail.ts'
import { momentInWords } from '../moment-in-words.ts'

export const authenticatorLinked = mail({
  name: 'authenticator-linked',
  kind: 'security',
  data: z.object({ name: z.string(), at: moment }),

  nl: ({ name, at }, service) => ({
    subject: 'Er is een authenticator-app gekoppeld',
    paragraphs: [
      `Op ${momentInWords(at, 'nl')} is een authenticator-app gekoppeld aan je account bij ${service}. De app heet daar ‘${name}’.`,
      'Je kunt nu inloggen met je wachtwoord en een code uit deze app.',
    ],
    ifNotYou: CALL_ADMINISTRATOR.nl,
  }),

  en: ({ name, at }, service) => ({
    subject: 'An authenticator app was linked',
    paragraphs: [
      `On ${momentInWords(at, 'en')} an authenticator app was linked to your ${service} account. It is called ‘${name}’ there.`,
      'You can now sign in with your password and a code from this app.',
    ],
    ifNotYou: CALL_ADMINISTRATOR.en,
  }),
})
