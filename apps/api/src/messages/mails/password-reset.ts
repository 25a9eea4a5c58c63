import { z } from 'zod'
import { oneTimeLink } from '../fields.ts'
import { linkButton } from '../link-button.ts'
import { mail } from '../mail.ts'

export const passwordReset = mail({
  name: 'password-reset',
  kind: 'link',
  data: z.object(oneTimeLink),

  nl: (link, service) => ({
    subject: 'Kies een nieuw wachtwoord',
    paragraphs: [
      `Je wilt een nieuw wachtwoord voor ${service}. Klik op de knop om het te kiezen.`,
      'Daarna log je in met je nieuwe wachtwoord en je tweede stap, zoals je gewend bent.',
    ],
    button: linkButton('Kies een nieuw wachtwoord', link, 'nl'),
    ifNotYou: 'Heb jij hier niet om gevraagd? Dan hoef je niets te doen. Je wachtwoord blijft zoals het is.',
    why: 'Je krijgt deze e-mail omdat iemand jouw e-mailadres heeft ingevuld bij ‘Wachtwoord vergeten?’.',
  }),

  en: (link, service) => ({
    subject: 'Choose a new password',
    paragraphs: [
      `You want a new password for ${service}. Click the button to choose one.`,
      'Then sign in with your new password and your second step, as usual.',
    ],
    button: linkButton('Choose a new password', link, 'en'),
    ifNotYou: 'Didn’t you ask for this? Then you don’t need to do anything. Your password stays the same.',
    why: 'You get this e-mail because someone entered your e-mail address under ‘Forgot your password?’.',
  }),
})
