import { z } from 'zod'
import { ending, moment } from '../fields.ts'
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
    ifNotYou:
      'Was jij dit niet? Dan kan iemand anders in je account. Bel meteen je beheerder en vraag om je tweede stap te ontkoppelen. Kies daarna een nieuw wachtwoord.',
  }),

  en: ({ ending, at }, service) => ({
    subject: 'A mobile number was removed',
    paragraphs: [
      `On ${momentInWords(at, 'en')} a mobile number was removed from your ${service} account. It ends in ${ending}.`,
      'This number no longer gets codes. You can no longer sign in with it.',
    ],
    ifNotYou:
      'Wasn’t this you? Then someone else has access to your account. Call your administrator right away and ask them to unlink your second step. Then choose a new password.',
  }),
})
