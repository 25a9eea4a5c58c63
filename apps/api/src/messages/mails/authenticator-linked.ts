import { z } from 'zod'
import { moment } from '../fields.ts'
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
    ifNotYou:
      'Was jij dit niet? Dan kan iemand anders in je account. Bel meteen je beheerder en vraag om je tweede stap te ontkoppelen. Kies daarna een nieuw wachtwoord.',
  }),

  en: ({ name, at }, service) => ({
    subject: 'An authenticator app was linked',
    paragraphs: [
      `On ${momentInWords(at, 'en')} an authenticator app was linked to your ${service} account. It is called ‘${name}’ there.`,
      'You can now sign in with your password and a code from this app.',
    ],
    ifNotYou:
      'Wasn’t this you? Then someone else has access to your account. Call your administrator right away and ask them to unlink your second step. Then choose a new password.',
  }),
})
