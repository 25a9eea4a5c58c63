import { z } from 'zod'
import { deviceInWords } from '../device-in-words.ts'
import { moment } from '../fields.ts'
import { mail } from '../mail.ts'
import { momentInWords } from '../moment-in-words.ts'

export const sessionEndedOldest = mail({
  name: 'session-ended-oldest',
  kind: 'security',
  data: z.object({ at: moment, userAgent: z.string(), lastUsedAt: moment }),

  nl: ({ at, userAgent, lastUsedAt }, service) => ({
    subject: 'Je bent op een apparaat uitgelogd',
    paragraphs: [
      `Je account bij ${service} was op meer dan twintig plaatsen tegelijk ingelogd. Daarom is de oudste plaats uitgelogd, op ${momentInWords(at, 'nl')}.`,
      `Dat apparaat is ${deviceInWords(userAgent, 'nl')}. Je gebruikte het daar voor het laatst op ${momentInWords(lastUsedAt, 'nl')}.`,
      'Bij ‘Mijn account’ zie je waar je bent ingelogd. Daar log je ook apparaten uit.',
    ],
    ifNotYou:
      'Klopt dit niet? Log dan bij ‘Mijn account’ je andere apparaten uit en wijzig je wachtwoord. Bel daarna je beheerder.',
    why: 'Je krijgt deze e-mail omdat je account op heel veel plaatsen is ingelogd.',
  }),

  en: ({ at, userAgent, lastUsedAt }, service) => ({
    subject: 'You were signed out on a device',
    paragraphs: [
      `Your ${service} account was signed in at more than twenty places at once. So the oldest one was signed out on ${momentInWords(at, 'en')}.`,
      `That device is ${deviceInWords(userAgent, 'en')}. It was last used on ${momentInWords(lastUsedAt, 'en')}.`,
      'Under ‘My account’ you can see where you are signed in, and sign out devices.',
    ],
    ifNotYou:
      'Is this a mistake? Then sign out your other devices under ‘My account’ and change your password. Then call your administrator.',
    why: 'You get this e-mail because your account is signed in at very many places.',
  }),
})
