import type { Message } from './message.ts'
import { momentInWords } from './moment-in-words.ts'

/** At the new address there may be a stranger: it tells nothing of the account. */
export const emailChangeConfirm: Message<'email-change-confirm'> = {
  resend: 'once',

  nl: ({ link, expiresAt }, service) => ({
    subject: 'Bevestig je nieuwe e-mailadres',
    paragraphs: [
      `Iemand wil dit e-mailadres gebruiken voor een account bij ${service}. Ben jij dat? Klik dan op de knop.`,
      'Je moet daarbij ingelogd zijn op dat account. Tot je bevestigt, blijft het oude e-mailadres gelden.',
    ],
    button: {
      label: 'Bevestig dit e-mailadres',
      link,
      until: `De link werkt tot ${momentInWords(expiresAt, 'nl')}, en maar één keer.`,
    },
    ifNotYou: 'Heb jij hier niet om gevraagd? Dan hoef je niets te doen. Er verandert dan niets.',
    why: 'Je krijgt deze mail omdat iemand jouw e-mailadres heeft ingevuld als nieuw adres.',
  }),

  en: ({ link, expiresAt }, service) => ({
    subject: 'Confirm your new e-mail address',
    paragraphs: [
      `Somebody wants to use this e-mail address for an account at ${service}. Is that you? Then click the button.`,
      'You have to be signed in to that account when you do. Until you confirm, the old e-mail address stays.',
    ],
    button: {
      label: 'Confirm this e-mail address',
      link,
      until: `The link works until ${momentInWords(expiresAt, 'en')}, and only once.`,
    },
    ifNotYou: 'Did you not ask for this? Then you do not have to do anything. Nothing changes.',
    why: 'You get this e-mail because somebody entered your e-mail address as their new one.',
  }),
}
