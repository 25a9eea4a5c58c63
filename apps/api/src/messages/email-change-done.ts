import type { Message } from './message.ts'
import { momentInWords } from './moment-in-words.ts'

export const emailChangeDone: Message<'email-change-done'> = {
  resend: 'once',

  nl: ({ at }, service) => ({
    subject: 'Dit is je nieuwe e-mailadres',
    paragraphs: [
      `Het e-mailadres van je account bij ${service} is gewijzigd op ${momentInWords(at, 'nl')}.`,
      'Voortaan log je in met dit e-mailadres. Je wachtwoord en je tweede stap blijven zoals ze zijn. Alle mails over je account komen nu hier.',
    ],
    button: null,
    ifNotYou: 'Klopt dit niet? Ga dan naar de inlogpagina en kies ‘Wachtwoord vergeten?’. Bel daarna je beheerder.',
    why: 'Je krijgt deze mail omdat er iets is veranderd in hoe je inlogt.',
  }),

  en: ({ at }, service) => ({
    subject: 'This is your new e-mail address',
    paragraphs: [
      `The e-mail address of your account at ${service} was changed on ${momentInWords(at, 'en')}.`,
      'From now on you sign in with this e-mail address. Your password and your second step stay as they are. All e-mails about your account come here now.',
    ],
    button: null,
    ifNotYou:
      'Is this not right? Then go to the sign-in page and choose ‘Forgot your password?’. Call your administrator after that.',
    why: 'You get this e-mail because something changed in how you sign in.',
  }),
}
