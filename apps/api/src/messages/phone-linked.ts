import type { Message } from './message.ts'
import { momentInWords } from './moment-in-words.ts'

export const phoneLinked: Message<'phone-linked'> = {
  resend: 'once',

  nl: ({ ending, at }, service) => ({
    subject: 'Er is een mobiel nummer gekoppeld',
    paragraphs: [
      `Op ${momentInWords(at, 'nl')} is een mobiel nummer gekoppeld aan je account bij ${service}. Het eindigt op ${ending}.`,
      'Je kunt nu inloggen met je wachtwoord en een code per sms.',
    ],
    button: null,
    ifNotYou:
      'Was jij dit niet? Dan kan iemand anders in je account. Bel meteen je beheerder en vraag om het nummer te ontkoppelen. Kies daarna een nieuw wachtwoord.',
    why: 'Je krijgt deze mail omdat er iets is veranderd in hoe je inlogt.',
  }),

  en: ({ ending, at }, service) => ({
    subject: 'A mobile number was linked',
    paragraphs: [
      `On ${momentInWords(at, 'en')} a mobile number was linked to your account at ${service}. It ends with ${ending}.`,
      'You can now sign in with your password and a code by text message.',
    ],
    button: null,
    ifNotYou:
      'Was this not you? Then somebody else can get into your account. Call your administrator at once and ask to have the number unlinked. Choose a new password after that.',
    why: 'You get this e-mail because something changed in how you sign in.',
  }),
}
