import { z } from 'zod'
import { oneTimeLink } from '../fields.ts'
import { linkButton } from '../link-button.ts'
import { mail } from '../mail.ts'

/** To the new address. A stranger may read there: it tells nothing of the account. */
export const emailChangeConfirm = mail({
  name: 'email-change-confirm',
  kind: 'link',
  data: z.object({ to: z.string(), ...oneTimeLink }),

  nl: (link, service) => ({
    subject: 'Bevestig je nieuwe e-mailadres',
    paragraphs: [
      `Iemand wil dit e-mailadres gebruiken voor een account bij ${service}. Ben jij dat? Klik dan op de knop.`,
      'Je moet daarbij ingelogd zijn op dat account. Tot je bevestigt, blijft het oude e-mailadres gelden.',
    ],
    button: linkButton('Bevestig dit e-mailadres', link, 'nl'),
    ifNotYou: 'Heb jij hier niet om gevraagd? Dan hoef je niets te doen. Er verandert dan niets.',
    why: 'Je krijgt deze e-mail omdat iemand jouw e-mailadres heeft ingevuld als nieuw adres.',
  }),

  en: (link, service) => ({
    subject: 'Confirm your new e-mail address',
    paragraphs: [
      `Someone wants to use this e-mail address for a ${service} account. Is that you? Then click the button.`,
      'You need to be signed in to that account. The old e-mail address stays in use until you confirm.',
    ],
    button: linkButton('Confirm this e-mail address', link, 'en'),
    ifNotYou: 'Didn’t you ask for this? Then you don’t need to do anything, and nothing changes.',
    why: 'You get this e-mail because someone entered your e-mail address as their new one.',
  }),
})
