import { z } from 'zod'
import { moment } from '../fields.ts'
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
    ifNotYou:
      'Was jij dit niet? Dan kan iemand anders in je account. Bel meteen je beheerder en vraag om je tweede stap te ontkoppelen. Kies daarna een nieuw wachtwoord.',
  }),

  en: ({ name, at }, service) => ({
    subject: 'An authenticator app was removed',
    paragraphs: [
      `On ${momentInWords(at, 'en')} the authenticator app ‘${name}’ was removed from your ${service} account.`,
      'You can no longer sign in with a code from this app.',
    ],
    ifNotYou:
      'Wasn’t this you? Then someone else has access to your account. Call your administrator right away and ask them to unlink your second step. Then choose a new password.',
  }),
})
