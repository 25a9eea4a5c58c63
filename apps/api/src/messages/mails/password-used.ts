import { z } from 'zod'
import { deviceInWords } from '../device-in-words.ts'
import { device, moment, oneTimeLink } from '../fields.ts'
import { reportButton } from '../link-button.ts'
import { mail } from '../mail.ts'
import { momentInWords } from '../moment-in-words.ts'

export const passwordUsed = mail({
  name: 'password-used',
  kind: 'security',
  data: z.object({ at: moment, ...device, ...oneTimeLink }),

  nl: ({ at, userAgent, ip, ...link }, service) => ({
    subject: 'Iemand heeft je wachtwoord gebruikt',
    paragraphs: [
      `Iemand heeft je wachtwoord van ${service} ingevuld, maar de tweede stap lukte niet. Dat ging drie keer of vaker mis. De laatste keer was op ${momentInWords(at, 'nl')}.`,
      `Het apparaat is ${deviceInWords(userAgent, 'nl')}, met IP-adres ${ip}. Er is niemand binnengekomen.`,
      'Was jij dit zelf? Dan hoef je niets te doen.',
    ],
    button: reportButton(link, 'nl'),
    ifNotYou:
      'Was jij dit niet? Dan kent iemand anders je wachtwoord. Klik op ‘Dit was ik niet’: het wachtwoord werkt dan niet meer, en je kiest een nieuw.',
    why: 'Je krijgt deze e-mail omdat iemand met je wachtwoord wilde inloggen.',
  }),

  en: ({ at, userAgent, ip, ...link }, service) => ({
    subject: 'Someone used your password',
    paragraphs: [
      `Someone entered your ${service} password, but the second step failed. This happened at least three times. The last time was on ${momentInWords(at, 'en')}.`,
      `The device is ${deviceInWords(userAgent, 'en')}, with IP address ${ip}. No one signed in.`,
      'Was it you? Then you don’t need to do anything.',
    ],
    button: reportButton(link, 'en'),
    ifNotYou:
      'Wasn’t this you? Then someone else knows your password. Click ‘This wasn’t me’: the password stops working, and you choose a new one.',
    why: 'You get this e-mail because someone tried to sign in with your password.',
  }),
})
