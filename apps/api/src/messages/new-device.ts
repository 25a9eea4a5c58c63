import { deviceInWords, methodInWords } from './device-in-words.ts'
import type { Message } from './message.ts'
import { momentInWords } from './moment-in-words.ts'
import { reportButton } from './report-button.ts'

export const newDevice: Message<'new-device'> = {
  resend: 'once',

  nl: ({ at, userAgent, ip, method, ...link }, service) => ({
    subject: 'Er is ingelogd op een nieuw apparaat',
    paragraphs: [
      `Iemand heeft ingelogd op je account bij ${service}, op ${momentInWords(at, 'nl')}. Dat gebeurde op een apparaat dat we nog niet kennen.`,
      `Het apparaat is ${deviceInWords(userAgent, 'nl')}, met IP-adres ${ip}. De tweede stap was ${methodInWords(method, 'nl')}.`,
      'Was jij dit zelf? Dan hoef je niets te doen.',
    ],
    button: reportButton(link, 'nl'),
    ifNotYou:
      'Was jij dit niet? Klik dan op ‘Dit was ik niet’. We loggen je account overal uit, en daarna kies je een nieuw wachtwoord.',
    why: 'Je krijgt deze mail omdat er op een nieuw apparaat is ingelogd op je account.',
  }),

  en: ({ at, userAgent, ip, method, ...link }, service) => ({
    subject: 'A new device signed in to your account',
    paragraphs: [
      `Somebody signed in to your account at ${service}, on ${momentInWords(at, 'en')}. They used a device that we did not know yet.`,
      `The device is ${deviceInWords(userAgent, 'en')}, with IP address ${ip}. The second step was ${methodInWords(method, 'en')}.`,
      'Was it you? Then you do not have to do anything.',
    ],
    button: reportButton(link, 'en'),
    ifNotYou:
      'Was this not you? Then click ‘This was not me’. We sign your account out everywhere, and after that you choose a new password.',
    why: 'You get this e-mail because a new device signed in to your account.',
  }),
}
