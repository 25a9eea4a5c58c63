import { z } from 'zod'
import { moment } from '../fields.ts'
import { mail } from '../mail.ts'
import { momentInWords } from '../moment-in-words.ts'

/** `email`: the address that the account has now. */
export const emailChangeStopped = mail({
  name: 'email-change-stopped',
  kind: 'security',
  data: z.object({ to: z.string(), email: z.string(), at: moment }),

  nl: ({ email, at }, service) => ({
    subject: 'De wijziging van je e-mailadres is gestopt',
    paragraphs: [
      `De wijziging van het e-mailadres van je account bij ${service} is gestopt op ${momentInWords(at, 'nl')}.`,
      `Het account heeft nu dit e-mailadres: ${email}. Het is overal uitgelogd, en het oude wachtwoord werkt niet meer.`,
      'Kies een nieuw wachtwoord. Heb je dat nog niet gedaan? Ga dan naar de inlogpagina en kies ‘Wachtwoord vergeten?’.',
    ],
    ifNotYou: 'Klopt dit niet? Bel dan je beheerder.',
  }),

  en: ({ email, at }, service) => ({
    subject: 'The change of your e-mail address was stopped',
    paragraphs: [
      `The change of the e-mail address of your ${service} account was stopped on ${momentInWords(at, 'en')}.`,
      `The account now has this e-mail address: ${email}. It was signed out everywhere, and the old password no longer works.`,
      'Choose a new password. Haven’t you done so yet? Then go to the sign-in page and choose ‘Forgot your password?’.',
    ],
    ifNotYou: 'Is this a mistake? Then call your administrator.',
  }),
})
