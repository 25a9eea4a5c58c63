import { z } from 'zod'
import { oneTimeLink } from '../fields.ts'
import { linkButton } from '../link-button.ts'
import { mail } from '../mail.ts'

export const invitation = mail({
  name: 'invitation',
  kind: 'link',
  data: z.object({ tenantName: z.string(), invitedBy: z.string(), ...oneTimeLink }),

  nl: ({ tenantName, invitedBy, ...link }, service) => ({
    subject: `Je bent uitgenodigd bij ${tenantName}`,
    paragraphs: [
      `${invitedBy} nodigt je uit als gebruiker van ${tenantName} in ${service}.`,
      'Klik op de knop en volg de stappen. Heb je nog geen account? Dan kies je een wachtwoord en koppel je een tweede stap. Houd je telefoon bij de hand.',
    ],
    button: linkButton('Open de uitnodiging', link, 'nl'),
    ifNotYou:
      'Verwacht je deze uitnodiging niet? Dan hoef je niets te doen. Er verandert niets zolang je de uitnodiging niet aanneemt.',
    why: `Je krijgt deze e-mail omdat ${invitedBy} jouw e-mailadres heeft ingevuld bij een uitnodiging.`,
  }),

  en: ({ tenantName, invitedBy, ...link }, service) => ({
    subject: `You’re invited to join ${tenantName}`,
    paragraphs: [
      `${invitedBy} invites you to become a user of ${tenantName} in ${service}.`,
      'Click the button and follow the steps. No account yet? Then you choose a password and link a second step. Keep your phone at hand.',
    ],
    button: linkButton('Open the invitation', link, 'en'),
    ifNotYou:
      'Weren’t you expecting this invitation? Then you don’t need to do anything. Nothing changes unless you accept it.',
    why: `You get this e-mail because ${invitedBy} entered your e-mail address in an invitation.`,
  }),
})
