import type { Message } from './message.ts'
import { momentInWords } from './moment-in-words.ts'

export const recoveryCodeMade: Message<'recovery-code-made'> = {
  resend: 'once',

  nl: ({ at }, service) => ({
    subject: 'Je hebt een nieuwe herstelcode',
    paragraphs: [
      `Op ${momentInWords(at, 'nl')} is een nieuwe herstelcode gemaakt voor je account bij ${service}.`,
      'Je oude herstelcode werkt niet meer. Gooi hem weg en bewaar de nieuwe.',
      'De code zelf staat niet in deze mail. Je zag hem één keer op je scherm.',
    ],
    button: null,
    ifNotYou:
      'Was jij dit niet? Dan kan iemand anders in je account. Bel meteen je beheerder en vraag om je tweede stap te ontkoppelen. Kies daarna een nieuw wachtwoord.',
    why: 'Je krijgt deze mail omdat er iets is veranderd in hoe je inlogt.',
  }),

  en: ({ at }, service) => ({
    subject: 'You have a new recovery code',
    paragraphs: [
      `On ${momentInWords(at, 'en')} a new recovery code was made for your account at ${service}.`,
      'Your old recovery code no longer works. Throw it away and keep the new one.',
      'The code itself is not in this e-mail. You saw it once on your screen.',
    ],
    button: null,
    ifNotYou:
      'Was this not you? Then somebody else can get into your account. Call your administrator at once and ask to have your second step unlinked. Choose a new password after that.',
    why: 'You get this e-mail because something changed in how you sign in.',
  }),
}
