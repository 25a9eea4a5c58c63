import type { Message } from './message.ts'
import { momentInWords } from './moment-in-words.ts'
import { reportButton } from './report-button.ts'

export const recoveryCodeUsed: Message<'recovery-code-used'> = {
  resend: 'once',

  nl: ({ at, ...link }, service) => ({
    subject: 'Je herstelcode is gebruikt',
    paragraphs: [
      `Op ${momentInWords(at, 'nl')} is de herstelcode van je account bij ${service} gebruikt om in te loggen.`,
      'Deze code werkt niet meer. Bij het inloggen kreeg je een nieuwe. Bewaar die goed.',
      'Heb je een nieuwe telefoon? Koppel dan meteen een nieuwe authenticator-app. Dat doe je bij Mijn account.',
    ],
    button: reportButton(link, 'nl'),
    ifNotYou:
      'Was jij dit niet? Dan heeft iemand je wachtwoord en je herstelcode. Klik dan meteen op ‘Dit was ik niet’. We loggen je account overal uit, en daarna kies je een nieuw wachtwoord. Bel ook je beheerder.',
    why: 'Je krijgt deze mail omdat er met je herstelcode is ingelogd.',
  }),

  en: ({ at, ...link }, service) => ({
    subject: 'Your recovery code was used',
    paragraphs: [
      `On ${momentInWords(at, 'en')} the recovery code of your account at ${service} was used to sign in.`,
      'This code no longer works. You got a new one while signing in. Keep it safe.',
      'Do you have a new phone? Then link a new authenticator app at once. You do that under My account.',
    ],
    button: reportButton(link, 'en'),
    ifNotYou:
      'Was this not you? Then somebody has your password and your recovery code. Click ‘This was not me’ at once. We sign your account out everywhere, and after that you choose a new password. Call your administrator as well.',
    why: 'You get this e-mail because somebody signed in with your recovery code.',
  }),
}
