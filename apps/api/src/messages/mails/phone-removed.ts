import { z } from 'zod'
import { ending, moment } from '../fields.ts'
import { CALL_ADMINISTRATOR } from '../if-not-you.ts'
import { mail } from '../mail.ts'
import { momentInWords } from '../moment-in-words.ts'

export const phoneRemoved = mail({
  name: 'phone-removed',
  kind: 'security',
  data: z.object({ ending, at: moment }),

  nl: ({ ending, at }, service) => ({
    subject: 'Er is een mobiel nummer verwijderd',
    paragraphs: [
      `Op ${momentInWords(at, 'nl')} is een mobiel nummer verwijderd uit je account bij ${service}. Het eindigt op ${ending}.`,
      'Dit nummer krijgt geen codes meer. Je kunt er niet meer mee inloggen.',
    ],
    ifNotYou: CALL_ADMINISTRATOR.nl,
  }),

  en: ({ ending, at }, service) => ({
    subject: 'A mobile number was removed',
    paragraphs: [
      `On ${momentInWords(at, 'en')} a mobile number was removed from your ${service} account. It ends in ${ending}.`,
      'This number no longer gets codes. You can no longer sign in with it.',
    ],
    ifNotYou: CALL_ADMINISTRATOR.en,
  }),
})
