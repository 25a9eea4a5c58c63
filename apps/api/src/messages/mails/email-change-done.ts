import { z } from 'zod'
import { moment } from '../fields.ts'
import { mail } from '../mail.ts'
import { momentInWords } from '../moment-in-words.ts'

/** To the new address, once it is that of the account. */
export const emailChangeDone = mail({
  name: 'email-change-done',
  kind: 'security',
  data: z.object({ to: z.string(), at: moment }),

  nl: ({ at }, service) => ({
    subject: 'Dit is je nieuwe e-mailadres',
    paragraphs: [
      `Het e-mailadres van je account bij ${service} is gewijzigd op ${momentInWords(at, 'nl')}.`,
      'Voortaan log je in met dit e-mailadres. Je wachtwoord en je tweede stap blijven zoals ze zijn. Alle e-mails over je account komen nu hier.',
    ],
    ifNotYou: 'Klopt dit niet? Ga dan naar de inlogpagina en kies ‘Wachtwoord vergeten?’. Bel daarna je beheerder.',
  }),

  en: ({ at }, service) => ({
    subject: 'This is your new e-mail address',
    paragraphs: [
      `The e-mail address of your ${service} account was changed on ${momentInWords(at, 'en')}.`,
      'From now on you sign in with this e-mail address. Your password and your second step stay the same. All e-mails about your account now come here.',
    ],
    ifNotYou:
      'Is this a mistake? Then go to the sign-in page and choose ‘Forgot your password?’. Then call your administrator.',
  }),
})
