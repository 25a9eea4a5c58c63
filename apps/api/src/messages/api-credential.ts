import type { Message } from './message.ts'
import { momentInWords } from './moment-in-words.ts'

export const apiCredential: Message<'api-credential'> = {
  resend: 'once',

  nl: ({ link, apiUserName, tenantName, responsible, expiresAt }, service) => ({
    subject: `Haal de sleutel op voor ${apiUserName}`,
    paragraphs: [
      `${tenantName} heeft een API-gebruiker gemaakt in ${service}: ${apiUserName}. Daarmee kan jouw software bij de gegevens van ${tenantName}.`,
      'Klik op de knop om de client-id en het client-secret te zien. Je ziet het client-secret maar één keer. Bewaar het meteen op een veilige plek.',
      `Heb je vragen? Bij ${tenantName} gaat ${responsible} hierover.`,
    ],
    button: {
      label: 'Haal de sleutel op',
      link,
      until: `De link werkt tot ${momentInWords(expiresAt, 'nl')}, en maar één keer. Stuur hem niet door.`,
    },
    ifNotYou: `Verwacht je deze mail niet? Open de link dan niet, en laat het ${responsible} weten.`,
    why: 'Je krijgt deze mail omdat jouw e-mailadres bij deze API-gebruiker staat als contactadres.',
  }),

  en: ({ link, apiUserName, tenantName, responsible, expiresAt }, service) => ({
    subject: `Pick up the key for ${apiUserName}`,
    paragraphs: [
      `${tenantName} made an API user in ${service}: ${apiUserName}. It lets your software reach the data of ${tenantName}.`,
      'Click the button to see the client id and the client secret. You see the client secret only once. Keep it in a safe place straight away.',
      `Do you have questions? At ${tenantName}, ${responsible} is in charge of this.`,
    ],
    button: {
      label: 'Pick up the key',
      link,
      until: `The link works until ${momentInWords(expiresAt, 'en')}, and only once. Do not forward it.`,
    },
    ifNotYou: `Did you not expect this e-mail? Then do not open the link, and tell ${responsible}.`,
    why: 'You get this e-mail because your e-mail address is the contact address of this API user.',
  }),
}
