import type { Message } from './message.ts'
import { momentInWords } from './moment-in-words.ts'

export const passwordReset: Message<'password-reset'> = {
  resend: 'once',

  nl: ({ link, expiresAt }, service) => ({
    subject: 'Kies een nieuw wachtwoord',
    paragraphs: [
      `Je wilt een nieuw wachtwoord voor ${service}. Klik op de knop om het te kiezen.`,
      'Daarna log je in met je nieuwe wachtwoord en je tweede stap, zoals je gewend bent.',
    ],
    button: {
      label: 'Kies een nieuw wachtwoord',
      link,
      until: `De link werkt tot ${momentInWords(expiresAt, 'nl')}, en maar één keer.`,
    },
    ifNotYou: 'Heb jij hier niet om gevraagd? Dan hoef je niets te doen. Je wachtwoord blijft zoals het is.',
    why: 'Je krijgt deze mail omdat iemand jouw e-mailadres heeft ingevuld bij ‘Wachtwoord vergeten?’.',
  }),

  en: ({ link, expiresAt }, service) => ({
    subject: 'Choose a new password',
    paragraphs: [
      `You want a new password for ${service}. Click the button to choose it.`,
      'After that you sign in with your new password and your second step, as you are used to.',
    ],
    button: {
      label: 'Choose a new password',
      link,
      until: `The link works until ${momentInWords(expiresAt, 'en')}, and only once.`,
    },
    ifNotYou: 'Did you not ask for this? Then you do not have to do anything. Your password stays as it is.',
    why: 'You get this e-mail because somebody entered your e-mail address at ‘Forgot your password?’.',
  }),
}
