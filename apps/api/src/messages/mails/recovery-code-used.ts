import { z } from 'zod'
import { moment, oneTimeLink } from '../fields.ts'
import { reportButton } from '../link-button.ts'
import { mail } from '../mail.ts'
import { momentInWords } from '../moment-in-words.ts'

export const recoveryCodeUsed = mail({
  name: 'recovery-code-used',
  kind: 'security',
  data: z.object({ at: moment, ...oneTimeLink }),

  nl: ({ at, ...link }, service) => ({
    subject: 'Je herstelcode is gebruikt',
    paragraphs: [
      `Op ${momentInWords(at, 'nl')} is de herstelcode van je account bij ${service} gebruikt om in te loggen.`,
      'Deze code werkt niet meer. Bij het inloggen kreeg je een nieuwe. Bewaar die goed.',
      'Werkt je tweede stap niet meer, bijvoorbeeld door een nieuwe telefoon? Koppel dan meteen een nieuwe. Dat doe je bij Mijn account.',
    ],
    button: reportButton(link, 'nl'),
    ifNotYou:
      'Was jij dit niet? Dan heeft iemand je wachtwoord en je herstelcode. Klik dan meteen op ‘Dit was ik niet’. We loggen je account overal uit, en daarna kies je een nieuw wachtwoord. Bel ook je beheerder.',
    why: 'Je krijgt deze e-mail omdat er met je herstelcode is ingelogd.',
  }),

  en: ({ at, ...link }, service) => ({
    subject: 'Your recovery code was used',
    paragraphs: [
      `On ${momentInWords(at, 'en')} the recovery code of your ${service} account was used to sign in.`,
      'This code no longer works. You got a new one when you signed in. Keep it safe.',
      'Does your second step no longer work, for example because you have a new phone? Then link a new one right away, under My account.',
    ],
    button: reportButton(link, 'en'),
    ifNotYou:
      'Wasn’t this you? Then someone has your password and your recovery code. Click ‘This wasn’t me’ right away. We sign your account out everywhere, and then you choose a new password. Call your administrator as well.',
    why: 'You get this e-mail because someone signed in with your recovery code.',
  }),
})
