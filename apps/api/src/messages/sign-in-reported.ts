import type { Message } from './message.ts'
import { momentInWords } from './moment-in-words.ts'

export const signInReported: Message<'sign-in-reported'> = {
  resend: 'once',

  nl: ({ at }, service) => ({
    subject: 'We hebben je account beveiligd',
    paragraphs: [
      `Op ${momentInWords(at, 'nl')} is bij ${service} gemeld: dit was ik niet. Daarom is je account nu overal uitgelogd. Je oude wachtwoord werkt niet meer, en links in eerdere mails ook niet.`,
      'Kies een nieuw wachtwoord. Heb je dat nog niet gedaan? Ga dan naar de inlogpagina en kies ‘Wachtwoord vergeten?’.',
      'Kijk na het inloggen bij ‘Mijn account’. Staat daar een tweede stap die je niet kent? Verwijder die dan, en maak een nieuwe herstelcode.',
    ],
    button: null,
    ifNotYou:
      'Heb jij hier niet om gevraagd? Dan kan iemand anders je mail lezen. Wijzig eerst het wachtwoord van je mail. Bel daarna je beheerder.',
    why: 'Je krijgt deze mail omdat er iets is veranderd in hoe je inlogt.',
  }),

  en: ({ at }, service) => ({
    subject: 'We have secured your account',
    paragraphs: [
      `On ${momentInWords(at, 'en')} this was reported at ${service}: that was not me. That is why your account was signed out everywhere. Your old password no longer works, and neither do links in earlier e-mails.`,
      'Choose a new password. Have you not done so yet? Then go to the sign-in page and choose ‘Forgot your password?’.',
      'Look at ‘My account’ after you have signed in. Is there a second step that you do not know? Then remove it, and make a new recovery code.',
    ],
    button: null,
    ifNotYou:
      'Did you not report this? Then somebody else may be able to read your e-mail. Change the password of your mailbox first. Call your administrator after that.',
    why: 'You get this e-mail because something changed in how you sign in.',
  }),
}
