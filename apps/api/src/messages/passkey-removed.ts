import type { Message } from './message.ts'
import { momentInWords } from './moment-in-words.ts'

export const passkeyRemoved: Message<'passkey-removed'> = {
  resend: 'once',

  nl: ({ name, at }, service) => ({
    subject: 'Er is een passkey verwijderd',
    paragraphs: [
      `Op ${momentInWords(at, 'nl')} is de passkey ‘${name}’ verwijderd uit je account bij ${service}.`,
      'Met deze passkey kun je niet meer inloggen.',
    ],
    button: null,
    ifNotYou:
      'Was jij dit niet? Dan kan iemand anders in je account. Bel meteen je beheerder en vraag om alles te ontkoppelen. Kies daarna een nieuw wachtwoord.',
    why: 'Je krijgt deze mail omdat er iets is veranderd in hoe je inlogt.',
  }),

  en: ({ name, at }, service) => ({
    subject: 'A passkey was removed',
    paragraphs: [
      `On ${momentInWords(at, 'en')} the passkey ‘${name}’ was removed from your account at ${service}.`,
      'You can no longer sign in with this passkey.',
    ],
    button: null,
    ifNotYou:
      'Was this not you? Then somebody else can get into your account. Call your administrator at once and ask to have everything unlinked. Choose a new password after that.',
    why: 'You get this e-mail because something changed in how you sign in.',
  }),
}
