import { z } from 'zod'
import { moment } from '../fields.ts'
import { mail } from '../mail.ts'
import { momentInWords } from '../moment-in-words.ts'

/** To the account that the address has already. */
export const emailChangeTaken = mail({
  name: 'email-change-taken',
  kind: 'news',
  data: z.object({ at: moment }),

  nl: ({ at }, service) => ({
    subject: 'Iemand wilde jouw e-mailadres gebruiken',
    paragraphs: [
      `Iemand wilde jouw e-mailadres gebruiken voor een ander account bij ${service}, op ${momentInWords(at, 'nl')}.`,
      'Dat kan niet: bij dit e-mailadres hoort jouw account al. Er is niets veranderd, en je logt in zoals je gewend bent.',
    ],
    ifNotYou:
      'Heb jij hier niet om gevraagd? Dan hoef je niets te doen. Gebeurt het vaker? Vertel het dan je beheerder.',
    why: 'Je krijgt deze e-mail omdat iemand jouw e-mailadres heeft ingevuld als nieuw adres.',
  }),

  en: ({ at }, service) => ({
    subject: 'Someone wanted to use your e-mail address',
    paragraphs: [
      `On ${momentInWords(at, 'en')} someone wanted to use your e-mail address for another ${service} account.`,
      'They can’t: your own account already has this e-mail address. Nothing has changed, and you sign in as usual.',
    ],
    ifNotYou:
      'Didn’t you ask for this? Then you don’t need to do anything. Does it happen again? Then tell your administrator.',
    why: 'You get this e-mail because someone entered your e-mail address as their new one.',
  }),
})
