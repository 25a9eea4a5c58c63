import type { Message } from './message.ts'
import { momentInWords } from './moment-in-words.ts'
import { reportButton } from './report-button.ts'

export const emailChangeAsked: Message<'email-change-asked'> = {
  resend: 'once',

  nl: ({ at, newEmail, ...link }, service) => ({
    subject: 'Je e-mailadres wordt gewijzigd',
    paragraphs: [
      `Iemand die op je account bij ${service} is ingelogd, vroeg op ${momentInWords(at, 'nl')} om een ander e-mailadres.`,
      `Het nieuwe e-mailadres is ${newEmail}. Het geldt zodra het is bevestigd met de link in de mail naar dat adres.`,
      'Was jij dit zelf? Dan hoef je met deze mail niets te doen.',
    ],
    button: reportButton(link, 'nl'),
    ifNotYou:
      'Was jij dit niet? Klik dan op ‘Dit was ik niet’. Je e-mailadres blijft dan zoals het is. We loggen je account overal uit, en je kiest een nieuw wachtwoord.',
    why: 'Je krijgt deze mail omdat er iets verandert in hoe je inlogt.',
  }),

  en: ({ at, newEmail, ...link }, service) => ({
    subject: 'Your e-mail address is being changed',
    paragraphs: [
      `Somebody who is signed in to your account at ${service} asked for another e-mail address, on ${momentInWords(at, 'en')}.`,
      `The new e-mail address is ${newEmail}. It counts as soon as it is confirmed by the link in the e-mail to that address.`,
      'Was it you? Then you do not have to do anything with this e-mail.',
    ],
    button: reportButton(link, 'en'),
    ifNotYou:
      'Was this not you? Then click ‘This was not me’. Your e-mail address stays as it is. We sign your account out everywhere, and you choose a new password.',
    why: 'You get this e-mail because something changes in how you sign in.',
  }),
}
