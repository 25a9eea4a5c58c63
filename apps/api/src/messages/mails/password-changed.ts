import { z } from 'zod'
import { moment } from '../fields.ts'
import { mail } from '../mail.ts'
import { momentInWords } from '../moment-in-words.ts'

/** `byLink`: with the link from an e-mail, and not by somebody who was signed in. */
export const passwordChanged = mail({
  name: 'password-changed',
  kind: 'security',
  data: z.object({ at: moment, byLink: z.boolean() }),

  nl: ({ at, byLink }, service) => ({
    subject: 'Je wachtwoord is gewijzigd',
    paragraphs: [
      `Het wachtwoord van je account bij ${service} is gewijzigd op ${momentInWords(at, 'nl')}.`,
      byLink
        ? 'Dat is gedaan met de link uit een e-mail. Je bent daarna op al je apparaten uitgelogd.'
        : 'Dat is gedaan door iemand die was ingelogd. Je bent daarna op je andere apparaten uitgelogd.',
    ],
    ifNotYou: byLink
      ? 'Was jij dit niet? Dan kan iemand anders je e-mail lezen. Wijzig eerst het wachtwoord van je e-mail. Ga daarna naar de inlogpagina en kies ‘Wachtwoord vergeten?’. Bel ook je beheerder.'
      : 'Was jij dit niet? Ga dan meteen naar de inlogpagina en kies ‘Wachtwoord vergeten?’. Bel daarna je beheerder.',
  }),

  en: ({ at, byLink }, service) => ({
    subject: 'Your password was changed',
    paragraphs: [
      `The password of your ${service} account was changed on ${momentInWords(at, 'en')}.`,
      byLink
        ? 'This was done with the link from an e-mail. You were then signed out on all your devices.'
        : 'This was done by someone who was signed in. You were then signed out on your other devices.',
    ],
    ifNotYou: byLink
      ? 'Wasn’t this you? Then someone else may be reading your e-mail. Change the password of your e-mail first. Then go to the sign-in page and choose ‘Forgot your password?’. Call your administrator as well.'
      : 'Wasn’t this you? Then go to the sign-in page right away and choose ‘Forgot your password?’. Then call your administrator.',
  }),
})
