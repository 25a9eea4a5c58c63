import { z } from 'zod'
import { moment } from '../fields.ts'
import { CALL_ADMINISTRATOR } from '../if-not-you.ts'
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
    ifNotYou: CALL_ADMINISTRATOR.nl,
  }),

  en: ({ name, at }, service) => ({
    subject: 'A passkey was linked',
    paragraphs: [
      `On ${momentInWords(at, 'en')} a passkey was linked to your ${service} account. It is called ‘${name}’ there.`,
      'You can now sign in with it, using your fingerprint, your face or the PIN of your device.',
    ],
    ifNotYou: CALL_ADMINISTRATOR.en,
  }),
})
