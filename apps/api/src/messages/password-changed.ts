import type { Message } from './message.ts'
import { momentInWords } from './moment-in-words.ts'

export const passwordChanged: Message<'password-changed'> = {
  resend: 'once',

  nl: ({ at, byLink }, service) => ({
    subject: 'Je wachtwoord is gewijzigd',
    paragraphs: [
      `Het wachtwoord van je account bij ${service} is gewijzigd op ${momentInWords(at, 'nl')}.`,
      byLink
        ? 'Dat is gedaan met de link uit een mail. Je bent daarna op al je apparaten uitgelogd.'
        : 'Dat is gedaan door iemand die was ingelogd. Je bent daarna op je andere apparaten uitgelogd.',
    ],
    button: null,
    ifNotYou: byLink
      ? 'Was jij dit niet? Dan kan iemand anders je mail lezen. Wijzig eerst het wachtwoord van je mail. Ga daarna naar de inlogpagina en kies ‘Wachtwoord vergeten?’. Bel ook je beheerder.'
      : 'Was jij dit niet? Ga dan meteen naar de inlogpagina en kies ‘Wachtwoord vergeten?’. Bel daarna je beheerder.',
    why: 'Je krijgt deze mail omdat er iets is veranderd in hoe je inlogt.',
  }),

  en: ({ at, byLink }, service) => ({
    subject: 'Your password was changed',
    paragraphs: [
      `The password of your account at ${service} was changed on ${momentInWords(at, 'en')}.`,
      byLink
        ? 'That was done with the link from an e-mail. You were then signed out on all your devices.'
        : 'That was done by somebody who was signed in. You were then signed out on your other devices.',
    ],
    button: null,
    ifNotYou: byLink
      ? 'Was this not you? Then somebody else may be able to read your e-mail. Change the password of your mailbox first. Then go to the sign-in page and choose ‘Forgot your password?’. Call your administrator as well.'
      : 'Was this not you? Then go to the sign-in page at once and choose ‘Forgot your password?’. Call your administrator after that.',
    why: 'You get this e-mail because something changed in how you sign in.',
  }),
}
