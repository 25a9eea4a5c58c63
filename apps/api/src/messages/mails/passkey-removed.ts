import { z } from 'zod'
import { moment } from '../fields.ts'
import { CALL_ADMINISTRATOR } from '../if-not-you.ts'
import { mail } from '../mail.ts'
import { momentInWords } from '../moment-in-words.ts'

export const passkeyRemoved = mail({
  name: 'passkey-removed',
  kind: 'security',
  data: z.object({ name: z.string(), at: moment }),

  nl: ({ name, at }, service) => ({
    subject: 'Er is een passkey verwijderd',
    paragraphs: [
      `Op ${momentInWords(at, 'nl')} is de passkey ‘${name}’ verwijderd uit je account bij ${service}.`,
      'Met deze passkey kun je niet meer inloggen.',
    ],
    ifNotYou: CALL_ADMINISTRATOR.nl,
  }),

  en: ({ name, at }, service) => ({
    subject: 'A passkey was removed',
    paragraphs: [
      `On ${momentInWords(at, 'en')} the passkey ‘${name}’ was removed from your ${service} account.`,
      'You can no longer sign in with this passkey.',
    ],
    ifNotYou: CALL_ADMINISTRATOR.en,
  }),
})
