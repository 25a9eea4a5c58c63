import type { Message } from './message.ts'
import { momentInWords } from './moment-in-words.ts'
import { reportButton } from './report-button.ts'

export const emailChanged: Message<'email-changed'> = {
  resend: 'once',

  nl: ({ at, newEmail, ...link }, service) => ({
    subject: 'Je e-mailadres is gewijzigd',
    paragraphs: [
      `Het e-mailadres van je account bij ${service} is gewijzigd op ${momentInWords(at, 'nl')}.`,
      `Voortaan log je in met ${newEmail}. Naar dit oude e-mailadres sturen we geen mails meer over je account.`,
      'Was jij dit zelf? Dan hoef je niets te doen.',
    ],
    button: reportButton(link, 'nl'),
    ifNotYou:
      'Was jij dit niet? Klik dan op ‘Dit was ik niet’. Dan zetten we dit e-mailadres terug. We loggen je account overal uit, en je kiest een nieuw wachtwoord.',
    why: 'Je krijgt deze mail omdat er iets is veranderd in hoe je inlogt.',
  }),

  en: ({ at, newEmail, ...link }, service) => ({
    subject: 'Your e-mail address was changed',
    paragraphs: [
      `The e-mail address of your account at ${service} was changed on ${momentInWords(at, 'en')}.`,
      `From now on you sign in with ${newEmail}. We send no more e-mails about your account to this old address.`,
      'Was it you? Then you do not have to do anything.',
    ],
    button: reportButton(link, 'en'),
    ifNotYou:
      'Was this not you? Then click ‘This was not me’. We put this e-mail address back. We sign your account out everywhere, and you choose a new password.',
    why: 'You get this e-mail because something changed in how you sign in.',
  }),
}
