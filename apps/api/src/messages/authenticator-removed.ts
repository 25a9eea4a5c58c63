import type { Message } from './message.ts'
import { momentInWords } from './moment-in-words.ts'

export const authenticatorRemoved: Message<'authenticator-removed'> = {
  resend: 'once',

  nl: ({ name, at }, service) => ({
    subject: 'Er is een authenticator-app verwijderd',
    paragraphs: [
      `Op ${momentInWords(at, 'nl')} is de authenticator-app ‘${name}’ verwijderd uit je account bij ${service}.`,
      'Met een code uit deze app kun je niet meer inloggen.',
    ],
    button: null,
    ifNotYou:
      'Was jij dit niet? Dan kan iemand anders in je account. Bel meteen je beheerder en vraag om je authenticator-apps te ontkoppelen. Kies daarna een nieuw wachtwoord.',
    why: 'Je krijgt deze mail omdat er iets is veranderd in hoe je inlogt.',
  }),

  en: ({ name, at }, service) => ({
    subject: 'An authenticator app was removed',
    paragraphs: [
      `On ${momentInWords(at, 'en')} the authenticator app ‘${name}’ was removed from your account at ${service}.`,
      'You can no longer sign in with a code from this app.',
    ],
    button: null,
    ifNotYou:
      'Was this not you? Then somebody else can get into your account. Call your administrator at once and ask to have your authenticator apps unlinked. Choose a new password after that.',
    why: 'You get this e-mail because something changed in how you sign in.',
  }),
}
