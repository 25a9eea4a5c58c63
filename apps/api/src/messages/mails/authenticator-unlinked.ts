import { z } from 'zod'
import { moment } from '../fields.ts'
import { mail } from '../mail.ts'
import { momentInWords } from '../moment-in-words.ts'

/** It speaks of the second step: its reader may never have had an authenticator app. */
export const authenticatorUnlinked = mail({
  name: 'authenticator-unlinked',
  kind: 'security',
  data: z.object({ tenantName: z.string(), by: z.string(), at: moment }),

  nl: ({ tenantName, by, at }) => ({
    subject: 'Je tweede stap is ontkoppeld',
    paragraphs: [
      `${by} van ${tenantName} heeft je tweede stap ontkoppeld, op ${momentInWords(at, 'nl')}. Je bent op al je apparaten uitgelogd. Je oude codes en je herstelcode werken niet meer.`,
      `Wil je weer inloggen? Dan heb je je wachtwoord en een herkoppelcode nodig. De herkoppelcode krijg je van ${by}, persoonlijk of aan de telefoon. Hij werkt 24 uur. Daarna koppel je een nieuwe tweede stap.`,
    ],
    ifNotYou: `Wist je hier niet van? Bel dan meteen iemand van ${tenantName} die je kent.`,
  }),

  en: ({ tenantName, by, at }) => ({
    subject: 'Your second step was unlinked',
    paragraphs: [
      `${by} of ${tenantName} unlinked your second step on ${momentInWords(at, 'en')}. You were signed out on all your devices. Your old codes and your recovery code no longer work.`,
      `Do you want to sign in again? You need your password and a re-link code. ${by} will give you the re-link code, in person or by phone. It works for 24 hours. Then you link a new second step.`,
    ],
    ifNotYou: `Didn’t you know about this? Then call someone you know at ${tenantName} right away.`,
  }),
})
