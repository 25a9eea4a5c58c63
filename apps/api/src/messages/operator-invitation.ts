import type { Message } from './message.ts'
import { momentInWords } from './moment-in-words.ts'

export const operatorInvitation: Message<'operator-invitation'> = {
  resend: 'once',

  nl: ({ link, expiresAt }, service) => ({
    subject: `Je bent uitgenodigd als functioneel beheerder van ${service}`,
    paragraphs: [
      `Je wordt functioneel beheerder van ${service}.`,
      'Klik op de knop en volg de stappen. Je kiest een wachtwoord en koppelt een authenticator-app. Houd je telefoon bij de hand.',
    ],
    button: {
      label: 'Open de uitnodiging',
      link,
      until: `De link werkt tot ${momentInWords(expiresAt, 'nl')}, en maar één keer.`,
    },
    ifNotYou: 'Verwacht je deze uitnodiging niet? Open de link dan niet, en laat het de servicedesk weten.',
    why: `Je krijgt deze mail omdat jouw e-mailadres is opgegeven voor het beheer van ${service}.`,
  }),

  en: ({ link, expiresAt }, service) => ({
    subject: `You are invited to be an operator of ${service}`,
    paragraphs: [
      `You are going to be an operator of ${service}.`,
      'Click the button and follow the steps. You choose a password and link an authenticator app. Keep your phone at hand.',
    ],
    button: {
      label: 'Open the invitation',
      link,
      until: `The link works until ${momentInWords(expiresAt, 'en')}, and only once.`,
    },
    ifNotYou: 'Did you not expect this invitation? Then do not open the link, and tell the service desk.',
    why: `You get this e-mail because your e-mail address was given for running ${service}.`,
  }),
}
