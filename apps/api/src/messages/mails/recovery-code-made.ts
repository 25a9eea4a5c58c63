import { z } from 'zod'
import { moment } from '../fields.ts'
import { mail } from '../mail.ts'
import { momentInWords } from '../moment-in-words.ts'

export const recoveryCodeMade = mail({
  name: 'recovery-code-made',
  kind: 'security',
  data: z.object({ at: moment }),

  nl: ({ at }, service) => ({
    subject: 'Je hebt een nieuwe herstelcode',
    paragraphs: [
      `Op ${momentInWords(at, 'nl')} is een nieuwe herstelcode gemaakt voor je account bij ${service}.`,
      'Je oude herstelcode werkt niet meer. Gooi hem weg en bewaar de nieuwe.',
      'De code zelf staat niet in deze e-mail. Je zag hem één keer op je scherm.',
    ],
    ifNotYou:
      'Was jij dit niet? Dan kan iemand anders in je account. Bel meteen je beheerder en vraag om je tweede stap te ontkoppelen. Kies daarna een nieuw wachtwoord.',
  }),

  en: ({ at }, service) => ({
    subject: 'You have a new recovery code',
    paragraphs: [
      `On ${momentInWords(at, 'en')} a new recovery code was created for your ${service} account.`,
      'Your old recovery code no longer works. Throw it away and keep the new one.',
      'The code itself isn’t in this e-mail. It was shown once on your screen.',
    ],
    ifNotYou:
      'Wasn’t this you? Then someone else has access to your account. Call your administrator right away and ask them to unlink your second step. Then choose a new password.',
  }),
})
