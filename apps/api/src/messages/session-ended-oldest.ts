import { deviceInWords } from './device-in-words.ts'
import type { Message } from './message.ts'
import { momentInWords } from './moment-in-words.ts'

export const sessionEndedOldest: Message<'session-ended-oldest'> = {
  resend: 'once',

  nl: ({ at, userAgent, lastUsedAt }, service) => ({
    subject: 'Je bent op een apparaat uitgelogd',
    paragraphs: [
      `Je account bij ${service} was op meer dan twintig plaatsen tegelijk ingelogd. Daarom is de oudste plaats uitgelogd, op ${momentInWords(at, 'nl')}.`,
      `Dat apparaat is ${deviceInWords(userAgent, 'nl')}. Je gebruikte het daar voor het laatst op ${momentInWords(lastUsedAt, 'nl')}.`,
      'Bij ‘Mijn account’ zie je waar je bent ingelogd. Daar log je ook apparaten uit.',
    ],
    button: null,
    ifNotYou:
      'Klopt dit niet? Log dan bij ‘Mijn account’ je andere apparaten uit en wijzig je wachtwoord. Bel daarna je beheerder.',
    why: 'Je krijgt deze mail omdat je account op heel veel plaatsen is ingelogd.',
  }),

  en: ({ at, userAgent, lastUsedAt }, service) => ({
    subject: 'You were signed out on a device',
    paragraphs: [
      `Your account at ${service} was signed in at more than twenty places at once. That is why the oldest was signed out, on ${momentInWords(at, 'en')}.`,
      `That device is ${deviceInWords(userAgent, 'en')}. It was last used on ${momentInWords(lastUsedAt, 'en')}.`,
      'At ‘My account’ you see where you are signed in. There you sign devices out as well.',
    ],
    button: null,
    ifNotYou:
      'Is this not right? Then sign your other devices out at ‘My account’ and change your password. Call your administrator after that.',
    why: 'You get this e-mail because your account is signed in at very many places.',
  }),
}
