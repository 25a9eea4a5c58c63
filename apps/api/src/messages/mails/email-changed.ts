import { z } from 'zod'
import { moment, oneTimeLink } from '../fields.ts'
import { reportButton } from '../link-button.ts'
import { mail } from '../mail.ts'
import { momentInWords } from '../moment-in-words.ts'

/** To the old address. */
export const emailChanged = mail({
  name: 'email-changed',
  kind: 'security',
  data: z.object({ to: z.string(), newEmail: z.string(), at: moment, ...oneTimeLink }),

  nl: ({ newEmail, at, ...link }, service) => ({
    subject: 'Je e-mailadres is gewijzigd',
    paragraphs: [
      `Het e-mailadres van je account bij ${service} is gewijzigd op ${momentInWords(at, 'nl')}.`,
      `Voortaan log je in met ${newEmail}. Naar dit oude e-mailadres sturen we geen e-mails meer over je account.`,
      'Was jij dit zelf? Dan hoef je niets te doen.',
    ],
    button: reportButton(link, 'nl'),
    ifNotYou:
      'Was jij dit niet? Klik dan op ‘Dit was ik niet’. Dan zetten we dit e-mailadres terug. We loggen je account overal uit, en je kiest een nieuw wachtwoord.',
  }),

  en: ({ newEmail, at, ...link }, service) => ({
    subject: 'Your e-mail address was changed',
    paragraphs: [
      `The e-mail address of your ${service} account was changed on ${momentInWords(at, 'en')}.`,
      `From now on you sign in with ${newEmail}. We won’t send any more e-mails about your account to this old address.`,
      'Was it you? Then you don’t need to do anything.',
    ],
    button: reportButton(link, 'en'),
    ifNotYou:
      'Wasn’t this you? Then click ‘This wasn’t me’. We restore this e-mail address and sign your account out everywhere, and you choose a new password.',
  }),
})
