import type { Message } from './message.ts'
import { momentInWords } from './moment-in-words.ts'

export const authenticatorSwitchedOff: Message<'authenticator-switched-off'> = {
  resend: 'once',

  nl: ({ at }, service) => ({
    subject: 'Je authenticator-app is uitgezet',
    paragraphs: [
      `Er zijn te veel verkeerde codes ingevuld bij je account van ${service}. Daarom hebben we je authenticator-app uitgezet, op ${momentInWords(at, 'nl')}.`,
      'Je kunt nu niet inloggen. Vraag je beheerder of de servicedesk om je authenticator-app te ontkoppelen. Daarna koppel je een nieuwe.',
    ],
    button: null,
    ifNotYou:
      'Heb jij die codes niet ingevuld? Dan kent iemand anders je wachtwoord. Ga meteen naar de inlogpagina, kies ‘Wachtwoord vergeten?’ en bedenk een nieuw wachtwoord.',
    why: 'Je krijgt deze mail omdat er iets is veranderd in hoe je inlogt.',
  }),

  en: ({ at }, service) => ({
    subject: 'Your authenticator app was switched off',
    paragraphs: [
      `Too many wrong codes were entered for your account at ${service}. That is why we switched off your authenticator app, on ${momentInWords(at, 'en')}.`,
      'You cannot sign in now. Ask your administrator or the service desk to unlink your authenticator app. After that you link a new one.',
    ],
    button: null,
    ifNotYou:
      'Did you not enter those codes? Then somebody else knows your password. Go to the sign-in page at once, choose ‘Forgot your password?’ and make up a new password.',
    why: 'You get this e-mail because something changed in how you sign in.',
  }),
}
