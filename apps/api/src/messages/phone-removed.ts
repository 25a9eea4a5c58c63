import type { Message } from './message.ts'
import { momentInWords } from './moment-in-words.ts'

export const phoneRemoved: Message<'phone-removed'> = {
  resend: 'once',

  nl: ({ ending, at }, service) => ({
    subject: 'Er is een mobiel nummer verwijderd',
    paragraphs: [
      `Op ${momentInWords(at, 'nl')} is een mobiel nummer verwijderd uit je account bij ${service}. Het eindigt op ${ending}.`,
      'Dit nummer krijgt geen codes meer. Je kunt er niet meer mee inloggen.',
    ],
    button: null,
    ifNotYou:
      'Was jij dit niet? Dan kan iemand anders in je account. Bel meteen je beheerder en vraag om je tweede stap te ontkoppelen. Kies daarna een nieuw wachtwoord.',
    why: 'Je krijgt deze mail omdat er iets is veranderd in hoe je inlogt.',
  }),

  en: ({ ending, at }, service) => ({
    subject: 'A mobile number was removed',
    paragraphs: [
      `On ${momentInWords(at, 'en')} a mobile number was removed from your account at ${service}. It ends with ${ending}.`,
      'This number gets no more codes. You can no longer sign in with it.',
    ],
    button: null,
    ifNotYou:
      'Was this not you? Then somebody else can get into your account. Call your administrator at once and ask to have your second step unlinked. Choose a new password after that.',
    why: 'You get this e-mail because something changed in how you sign in.',
  }),
}
