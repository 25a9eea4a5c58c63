import type { Message } from './message.ts'
import { momentInWords } from './moment-in-words.ts'

export const passkeyLinked: Message<'passkey-linked'> = {
  resend: 'once',

  nl: ({ name, at }, service) => ({
    subject: 'Er is een passkey gekoppeld',
    paragraphs: [
      `Op ${momentInWords(at, 'nl')} is een passkey gekoppeld aan je account bij ${service}. De passkey heet daar ‘${name}’.`,
      'Je kunt er nu mee inloggen, met je vingerafdruk, je gezicht of de pincode van je apparaat.',
    ],
    button: null,
    ifNotYou:
      'Was jij dit niet? Dan kan iemand anders in je account. Bel meteen je beheerder en vraag om alles te ontkoppelen. Kies daarna een nieuw wachtwoord.',
    why: 'Je krijgt deze mail omdat er iets is veranderd in hoe je inlogt.',
  }),

  en: ({ name, at }, service) => ({
    subject: 'A passkey was linked',
    paragraphs: [
      `On ${momentInWords(at, 'en')} a passkey was linked to your account at ${service}. It is called ‘${name}’ there.`,
      'You can now sign in with it, by your fingerprint, your face or the PIN of your device.',
    ],
    button: null,
    ifNotYou:
      'Was this not you? Then somebody else can get into your account. Call your administrator at once and ask to have everything unlinked. Choose a new password after that.',
    why: 'You get this e-mail because something changed in how you sign in.',
  }),
}
