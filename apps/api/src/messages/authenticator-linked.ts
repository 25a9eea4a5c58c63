import type { Message } from './message.ts'
import { momentInWords } from './moment-in-words.ts'

export const authenticatorLinked: Message<'authenticator-linked'> = {
  resend: 'once',

  nl: ({ name, at }, service) => ({
    subject: 'Er is een authenticator-app gekoppeld',
    paragraphs: [
      `Op ${momentInWords(at, 'nl')} is een authenticator-app gekoppeld aan je account bij ${service}. De app heet daar ‘${name}’.`,
      'Je kunt nu inloggen met je wachtwoord en een code uit deze app.',
    ],
    button: null,
    ifNotYou:
      'Was jij dit niet? Dan kan iemand anders in je account. Bel meteen je beheerder en vraag om de app te ontkoppelen. Kies daarna een nieuw wachtwoord.',
    why: 'Je krijgt deze mail omdat er iets is veranderd in hoe je inlogt.',
  }),

  en: ({ name, at }, service) => ({
    subject: 'An authenticator app was linked',
    paragraphs: [
      `On ${momentInWords(at, 'en')} an authenticator app was linked to your account at ${service}. It is called ‘${name}’ there.`,
      'You can now sign in with your password and a code from this app.',
    ],
    button: null,
    ifNotYou:
      'Was this not you? Then somebody else can get into your account. Call your administrator at once and ask to have the app unlinked. Choose a new password after that.',
    why: 'You get this e-mail because something changed in how you sign in.',
  }),
}
