import type { Message } from './message.ts'
import { momentInWords } from './moment-in-words.ts'

export const emailChangeTaken: Message<'email-change-taken'> = {
  resend: 'once',

  nl: ({ at }, service) => ({
    subject: 'Iemand wilde jouw e-mailadres gebruiken',
    paragraphs: [
      `Iemand wilde jouw e-mailadres gebruiken voor een ander account bij ${service}, op ${momentInWords(at, 'nl')}.`,
      'Dat kan niet: bij dit e-mailadres hoort jouw account al. Er is niets veranderd, en je logt in zoals je gewend bent.',
    ],
    button: null,
    ifNotYou:
      'Heb jij hier niet om gevraagd? Dan hoef je niets te doen. Gebeurt het vaker? Vertel het dan je beheerder.',
    why: 'Je krijgt deze mail omdat iemand jouw e-mailadres heeft ingevuld als nieuw adres.',
  }),

  en: ({ at }, service) => ({
    subject: 'Somebody wanted to use your e-mail address',
    paragraphs: [
      `Somebody wanted to use your e-mail address for another account at ${service}, on ${momentInWords(at, 'en')}.`,
      'That cannot be done: your own account has this e-mail address already. Nothing changed, and you sign in as you are used to.',
    ],
    button: null,
    ifNotYou:
      'Did you not ask for this? Then you do not have to do anything. Does it happen again? Then tell your administrator.',
    why: 'You get this e-mail because somebody entered your e-mail address as their new one.',
  }),
}
