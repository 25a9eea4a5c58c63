import { z } from 'zod'
import { moment } from '../fields.ts'
import { mail } from '../mail.ts'
import { momentInWords } from '../moment-in-words.ts'

export const passkeyLinked = mail({
  name: 'passkey-linked',
  kind: 'security',
  data: z.object({ name: z.string(), at: moment }),

  nl: ({ name, at }, service) => ({
    subject: 'Er is een passkey gekoppeld',
    paragraphs: [
      `Op ${momentInWords(at, 'nl')} is een passkey gekoppeld aan je account bij ${service}. De passkey heet daar ‘${name}’.`,
      'Je kunt er nu mee inloggen, met je vingerafdruk, je gezicht of de pincode van je apparaat.',
    ],
    ifNotYou:
      'Was jij dit niet? Dan kan iemand anders in je account. Bel meteen je beheerder en vraag om je tweede stap te ontkoppelen. Kies daarna een nieuw wachtwoord.',
  }),

  en: ({ name, at }, service) => ({
    subject: 'A passkey was linked',
    paragraphs: [
      `On ${momentInWords(at, 'en')} a passkey was linked to your ${service} account. It is called ‘${name}’ there.`,
      'You can now sign in with it, using your fingerprint, your face or the PIN of your device.',
    ],
    ifNotYou:
      'Wasn’t this you? Then someone else has access to your account. Call your administrator right away and ask them to unlink your second step. Then choose a new password.',
  }),
})
