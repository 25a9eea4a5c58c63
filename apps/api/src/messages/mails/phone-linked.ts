import { z } from 'zod'
import { ending, moment } from '../fields.ts'
import { mail } from '../mail.ts'
import { momentInWords } from '../moment-in-words.ts'

export const phoneLinked = mail({
  name: 'phone-linked',
  kind: 'security',
  data: z.object({ ending, at: moment }),

  nl: ({ ending, at }, service) => ({
    subject: 'Er is een mobiel nummer gekoppeld',
    paragraphs: [
      `Op ${momentInWords(at, 'nl')} is een mobiel nummer gekoppeld aan je account bij ${service}. Het eindigt op ${ending}.`,
      'Je kunt nu inloggen met je wachtwoord en een code per sms.',
    ],
    ifNotYou:
      'Was jij dit niet? Dan kan iemand anders in je account. Bel meteen je beheerder en vraag om je tweede stap te ontkoppelen. Kies daarna een nieuw wachtwoord.',
  }),

  en: ({ ending, at }, service) => ({
    subject: 'A mobile number was linked',
    paragraphs: [
      `On ${momentInWords(at, 'en')} a mobile number was linked to your ${service} account. It ends in ${ending}.`,
      'You can now sign in with your password and a code by text message.',
    ],
    ifNotYou:
      'Wasn’t this you? Then someone else has access to your account. Call your administrator right away and ask them to unlink your second step. Then choose a new password.',
  }),
})
