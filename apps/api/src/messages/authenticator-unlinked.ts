import type { Message } from './message.ts'
import { momentInWords } from './moment-in-words.ts'

export const authenticatorUnlinked: Message<'authenticator-unlinked'> = {
  resend: 'once',

  nl: ({ tenantName, by, at }) => ({
    subject: 'Je authenticator-app is ontkoppeld',
    paragraphs: [
      `${by} van ${tenantName} heeft je authenticator-app ontkoppeld, op ${momentInWords(at, 'nl')}. Je bent op al je apparaten uitgelogd. Je oude codes en je herstelcode werken niet meer.`,
      `Wil je weer inloggen? Dan heb je je wachtwoord en een herkoppelcode nodig. De herkoppelcode krijg je van ${by}, persoonlijk of aan de telefoon. Hij werkt 24 uur. Daarna koppel je een nieuwe authenticator-app.`,
    ],
    button: null,
    ifNotYou: `Wist je hier niet van? Bel dan meteen iemand van ${tenantName} die je kent.`,
    why: 'Je krijgt deze mail omdat er iets is veranderd in hoe je inlogt.',
  }),

  en: ({ tenantName, by, at }) => ({
    subject: 'Your authenticator app was unlinked',
    paragraphs: [
      `${by} of ${tenantName} unlinked your authenticator app on ${momentInWords(at, 'en')}. You were signed out on all your devices. Your old codes and your recovery code no longer work.`,
      `Do you want to sign in again? Then you need your password and a re-link code. You get the re-link code from ${by}, in person or by phone. It works for 24 hours. After that you link a new authenticator app.`,
    ],
    button: null,
    ifNotYou: `Did you not know about this? Then call somebody of ${tenantName} whom you know, at once.`,
    why: 'You get this e-mail because something changed in how you sign in.',
  }),
}
