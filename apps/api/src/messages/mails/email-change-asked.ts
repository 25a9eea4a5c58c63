import { z } from 'zod'
import { moment, oneTimeLink } from '../fields.ts'
import { reportButton } from '../link-button.ts'
import { mail } from '../mail.ts'
import { momentInWords } from '../moment-in-words.ts'

/** To the old address. */
export const emailChangeAsked = mail({
  name: 'email-change-asked',
  kind: 'security',
  data: z.object({ to: z.string(), newEmail: z.string(), at: moment, ...oneTimeLink }),

  nl: ({ newEmail, at, ...link }, service) => ({
    subject: 'Je e-mailadres wordt gewijzigd',
    paragraphs: [
      `Iemand die op je account bij ${service} is ingelogd, vroeg op ${momentInWords(at, 'nl')} om een ander e-mailadres.`,
      `Het nieuwe e-mailadres is ${newEmail}. Het geldt zodra het is bevestigd met de link in de e-mail naar dat adres.`,
      'Was jij dit zelf? Dan hoef je met deze e-mail niets te doen.',
    ],
    button: reportButton(link, 'nl'),
    ifNotYou:
      'Was jij dit niet? Klik dan op ‘Dit was ik niet’. Je e-mailadres blijft dan zoals het is. We loggen je account overal uit, en je kiest een nieuw wachtwoord.',
    why: 'Je krijgt deze e-mail omdat er iets verandert in hoe je inlogt.',
  }),

  en: ({ newEmail, at, ...link }, service) => ({
    subject: 'Your e-mail address is about to change',
    paragraphs: [
      `On ${momentInWords(at, 'en')} someone who is signed in to your ${service} account asked to change its e-mail address.`,
      `The new e-mail address is ${newEmail}. It takes effect once it is confirmed with the link in the e-mail to that address.`,
      'Was it you? Then you don’t need to do anything.',
    ],
    button: reportButton(link, 'en'),
    ifNotYou:
      'Wasn’t this you? Then click ‘This wasn’t me’. Your e-mail address stays as it is. We sign your account out everywhere, and you choose a new password.',
    why: 'You get this e-mail because something is changing in how you sign in.',
  }),
})
