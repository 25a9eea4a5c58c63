import { AUTH_METHODS } from '@keyholder/domain'
import { z } from 'zod'
import { deviceInWords, methodInWords } from '../device-in-words.ts'
import { device, moment, oneTimeLink } from '../fields.ts'
import { reportButton } from '../link-button.ts'
import { mail } from '../mail.ts'
import { momentInWords } from '../moment-in-words.ts'

export const newDevice = mail({
  name: 'new-device',
  kind: 'security',
  data: z.object({ at: moment, ...device, method: z.enum(AUTH_METHODS), ...oneTimeLink }),

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
    why: 'Je krijgt deze e-mail omdat er op een nieuw apparaat is ingelogd op je account.',
  }),

  en: ({ at, userAgent, ip, method, ...link }, service) => ({
    subject: 'New sign-in to your account',
    paragraphs: [
      `Someone signed in to your ${service} account on ${momentInWords(at, 'en')}, on a device that we hadn’t seen before.`,
      `The device is ${deviceInWords(userAgent, 'en')}, with IP address ${ip}. The second step was ${methodInWords(method, 'en')}.`,
      'Was it you? Then you don’t need to do anything.',
    ],
    button: reportButton(link, 'en'),
    ifNotYou:
      'Wasn’t this you? Then click ‘This wasn’t me’. We sign your account out everywhere, and then you choose a new password.',
    why: 'You get this e-mail because someone signed in to your account on a new device.',
  }),
})
