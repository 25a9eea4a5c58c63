import type { Message } from './message.ts'
import { momentInWords } from './moment-in-words.ts'

export const invitation: Message<'invitation'> = {
  resend: 'once',

  nl: ({ link, tenantName, invitedBy, expiresAt }, service) => ({
    subject: `Je bent uitgenodigd bij ${tenantName}`,
    paragraphs: [
      `${invitedBy} nodigt je uit als gebruiker van ${tenantName} in ${service}.`,
      'Klik op de knop en volg de stappen. Heb je nog geen account? Dan kies je een wachtwoord en koppel je een authenticator-app. Houd je telefoon bij de hand.',
    ],
    button: {
      label: 'Open de uitnodiging',
      link,
      until: `De link werkt tot ${momentInWords(expiresAt, 'nl')}, en maar één keer.`,
    },
    ifNotYou: `Verwacht je deze uitnodiging niet? Dan hoef je niets te doen. Er verandert niets zolang je de uitnodiging niet aanneemt.`,
    why: `Je krijgt deze mail omdat ${invitedBy} jouw e-mailadres heeft ingevuld bij een uitnodiging.`,
  }),

  en: ({ link, tenantName, invitedBy, expiresAt }, service) => ({
    subject: `You are invited to ${tenantName}`,
    paragraphs: [
      `${invitedBy} invites you as a user of ${tenantName} in ${service}.`,
      'Click the button and follow the steps. No account yet? Then you choose a password and link an authenticator app. Keep your phone at hand.',
    ],
    button: {
      label: 'Open the invitation',
      link,
      until: `The link works until ${momentInWords(expiresAt, 'en')}, and only once.`,
    },
    ifNotYou: `Did you not expect this invitation? Then you do not have to do anything. Nothing changes unless you accept it.`,
    why: `You get this e-mail because ${invitedBy} entered your e-mail address in an invitation.`,
  }),
}
