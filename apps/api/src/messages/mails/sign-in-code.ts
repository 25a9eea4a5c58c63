import { z } from 'zod'
import { code, moment } from '../fields.ts'
import { mail } from '../mail.ts'

/**
 * The code stands in the body only: a subject is shown on locked screens and kept in the logs of every relay on the way.
 * No link: a mail that was not asked for offers nothing to click.
 */
export const signInCode = mail({
  name: 'sign-in-code',
  kind: 'code',
  data: z.object({ code, expiresAt: moment }),

  nl: ({ code }, service) => ({
    subject: 'Je code om in te loggen',
    paragraphs: [
      `Je code voor ${service} is: ${code}`,
      'Vul de code in op de pagina waar je aan het inloggen bent. De code werkt 10 minuten, en maar één keer. Geef hem aan niemand, ook niet aan de telefoon.',
    ],
    ifNotYou:
      'Heb jij hier niet om gevraagd? Dan kent iemand anders je wachtwoord. Ga meteen naar de inlogpagina, kies ‘Wachtwoord vergeten?’ en bedenk een nieuw wachtwoord.',
    why: 'Je krijgt deze e-mail omdat iemand met jouw wachtwoord een code heeft gevraagd.',
  }),

  en: ({ code }, service) => ({
    subject: 'Your sign-in code',
    paragraphs: [
      `Your code for ${service} is: ${code}`,
      'Enter the code on the page where you are signing in. The code works for 10 minutes, and only once. Don’t share it with anyone, not even by phone.',
    ],
    ifNotYou:
      'Didn’t you ask for this? Then someone else knows your password. Go to the sign-in page right away, choose ‘Forgot your password?’ and choose a new password.',
    why: 'You get this e-mail because someone asked for a code with your password.',
  }),
})
