import { z } from 'zod'
import { oneTimeLink } from '../fields.ts'
import { linkButton } from '../link-button.ts'
import { mail } from '../mail.ts'

export const operatorInvitation = mail({
  name: 'operator-invitation',
  kind: 'link',
  data: z.object(oneTimeLink),

  nl: (link, service) => ({
    subject: `Je bent uitgenodigd als functioneel beheerder van ${service}`,
    paragraphs: [
      `Je wordt functioneel beheerder van ${service}.`,
      'Klik op de knop en volg de stappen. Je kiest een wachtwoord en koppelt een tweede stap. Houd je telefoon bij de hand.',
    ],
    button: linkButton('Open de uitnodiging', link, 'nl'),
    ifNotYou: 'Verwacht je deze uitnodiging niet? Open de link dan niet, en laat het de servicedesk weten.',
    why: `Je krijgt deze e-mail omdat jouw e-mailadres is opgegeven voor het beheer van ${service}.`,
  }),

  en: (link, service) => ({
    subject: `You’re invited to become an operator of ${service}`,
    paragraphs: [
      `You’re about to become an operator of ${service}.`,
      'Click the button and follow the steps. You choose a password and link a second step. Keep your phone at hand.',
    ],
    button: linkButton('Open the invitation', link, 'en'),
    ifNotYou: 'Weren’t you expecting this invitation? Then don’t open the link, and let the service desk know.',
    why: `You get this e-mail because your e-mail address was registered for running ${service}.`,
  }),
})
