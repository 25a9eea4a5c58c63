import type { Message } from './message.ts'

/**
 * The code stands in the body only: a subject is shown on locked screens and kept in the logs of every relay on the way.
 * There is no link: whoever got it without asking has nothing to click on.
 */
export const signInCode: Message<'sign-in-code'> = {
  resend: 'never',

  nl: ({ code }, service) => ({
    subject: 'Je code om in te loggen',
    paragraphs: [
      `Je code voor ${service} is: ${code}`,
      'Vul de code in op de pagina waar je aan het inloggen bent. De code werkt 10 minuten, en maar één keer. Geef hem aan niemand, ook niet aan de telefoon.',
    ],
    button: null,
    ifNotYou:
      'Heb jij hier niet om gevraagd? Dan kent iemand anders je wachtwoord. Ga meteen naar de inlogpagina, kies ‘Wachtwoord vergeten?’ en bedenk een nieuw wachtwoord.',
    why: 'Je krijgt deze mail omdat iemand met jouw wachtwoord een code heeft gevraagd.',
  }),

  en: ({ code }, service) => ({
    subject: 'Your code to sign in',
    paragraphs: [
      `Your code for ${service} is: ${code}`,
      'Type the code on the page where you are signing in. The code works for 10 minutes, and only once. Share it with nobody, not by phone either.',
    ],
    button: null,
    ifNotYou:
      'Did you not ask for this? Then somebody else knows your password. Go to the sign-in page at once, choose ‘Forgot your password?’ and make up a new password.',
    why: 'You get this e-mail because somebody asked for a code with your password.',
  }),
}
