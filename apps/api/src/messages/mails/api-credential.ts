import { z } from 'zod'
import { oneTimeLink } from '../fields.ts'
import { linkButton } from '../link-button.ts'
import { mail } from '../mail.ts'

export const apiCredential = mail({
  name: 'api-credential',
  kind: 'link',
  data: z.object({ apiUserName: z.string(), tenantName: z.string(), responsible: z.string(), ...oneTimeLink }),

  nl: ({ apiUserName, tenantName, responsible, ...link }, service) => ({
    subject: `Haal de sleutel op voor ${apiUserName}`,
    paragraphs: [
      `${tenantName} heeft een API-gebruiker gemaakt in ${service}: ${apiUserName}. Daarmee kan jouw software bij de gegevens van ${tenantName}.`,
      'Klik op de knop om de client-id en het client-secret te zien. Je ziet het client-secret maar één keer. Bewaar het meteen op een veilige plek.',
      `Heb je vragen? Bij ${tenantName} gaat ${responsible} hierover.`,
    ],
    button: linkButton('Haal de sleutel op', link, 'nl'),
    ifNotYou: `Verwacht je deze e-mail niet? Open de link dan niet, stuur hem niet door, en laat het ${responsible} weten.`,
    why: 'Je krijgt deze e-mail omdat jouw e-mailadres bij deze API-gebruiker staat als contactadres.',
  }),

  en: ({ apiUserName, tenantName, responsible, ...link }, service) => ({
    subject: `Pick up the key for ${apiUserName}`,
    paragraphs: [
      `${tenantName} created an API user in ${service}: ${apiUserName}. It gives your software access to the data of ${tenantName}.`,
      'Click the button to see the client ID and the client secret. You will see the client secret only once. Store it in a safe place right away.',
      `Do you have questions? Contact ${responsible} at ${tenantName}.`,
    ],
    button: linkButton('Pick up the key', link, 'en'),
    ifNotYou: `Weren’t you expecting this e-mail? Don’t open or forward the link, and let ${responsible} know.`,
    why: 'You get this e-mail because your e-mail address is the contact address of this API user.',
  }),
})
