import type { Message } from './message.ts'
import { momentInWords } from './moment-in-words.ts'

export const emailChangeStopped: Message<'email-change-stopped'> = {
  resend: 'once',

  nl: ({ at, email }, service) => ({
    subject: 'De wijziging van je e-mailadres is gestopt',
    paragraphs: [
      `De wijziging van het e-mailadres van je account bij ${service} is gestopt op ${momentInWords(at, 'nl')}.`,
      `Het account heeft nu dit e-mailadres: ${email}. Het is overal uitgelogd, en het oude wachtwoord werkt niet meer.`,
      'Kies een nieuw wachtwoord. Heb je dat nog niet gedaan? Ga dan naar de inlogpagina en kies ‘Wachtwoord vergeten?’.',
    ],
    button: null,
    ifNotYou: 'Klopt dit niet? Bel dan je beheerder.',
    why: 'Je krijgt deze mail omdat er iets is veranderd in hoe je inlogt.',
  }),

  en: ({ at, email }, service) => ({
    subject: 'The change of your e-mail address was stopped',
    paragraphs: [
      `The change of the e-mail address of your account at ${service} was stopped on ${momentInWords(at, 'en')}.`,
      `The account now has this e-mail address: ${email}. It was signed out everywhere, and the old password no longer works.`,
      'Choose a new password. Have you not done so yet? Then go to the sign-in page and choose ‘Forgot your password?’.',
    ],
    button: null,
    ifNotYou: 'Is this not right? Then call your administrator.',
    why: 'You get this e-mail because something changed in how you sign in.',
  }),
}
