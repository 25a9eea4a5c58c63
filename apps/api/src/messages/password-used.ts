import { deviceInWords } from './device-in-words.ts'
import type { Message } from './message.ts'
import { momentInWords } from './moment-in-words.ts'
import { reportButton } from './report-button.ts'

export const passwordUsed: Message<'password-used'> = {
  resend: 'once',

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
    why: 'Je krijgt deze mail omdat iemand met je wachtwoord wilde inloggen.',
  }),

  en: ({ at, userAgent, ip, ...link }, service) => ({
    subject: 'Somebody used your password',
    paragraphs: [
      `Somebody entered your password at ${service}, but the second step did not work. That went wrong three times or more. The last time was on ${momentInWords(at, 'en')}.`,
      `The device is ${deviceInWords(userAgent, 'en')}, with IP address ${ip}. Nobody got in.`,
      'Was it you? Then you do not have to do anything.',
    ],
    button: reportButton(link, 'en'),
    ifNotYou:
      'Was this not you? Then somebody else knows your password. Click ‘This was not me’: the password stops working, and you choose a new one.',
    why: 'You get this e-mail because somebody tried to sign in with your password.',
  }),
}
