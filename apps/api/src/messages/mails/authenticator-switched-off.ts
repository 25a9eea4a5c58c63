import { z } from 'zod'
import { moment } from '../fields.ts'
import { mail } from '../mail.ts'
import { momentInWords } from '../moment-in-words.ts'

export const authenticatorSwitchedOff = mail({
  name: 'authenticator-switched-off',
  kind: 'security',
  data: z.object({ at: moment }),

  nl: ({ at }, service) => ({
    subject: 'Je authenticator-app is uitgezet',
    paragraphs: [
      `Er zijn te veel verkeerde codes ingevuld bij je account van ${service}. Daarom hebben we je authenticator-app uitgezet, op ${momentInWords(at, 'nl')}.`,
      'Log in met je herstelcode of een andere tweede stap. Kan dat niet? Vraag dan je beheerder of de servicedesk om je tweede stap te ontkoppelen. Daarna koppel je een nieuwe.',
    ],
    ifNotYou:
      'Heb jij die codes niet ingevuld? Dan kent iemand anders je wachtwoord. Ga meteen naar de inlogpagina, kies ‘Wachtwoord vergeten?’ en bedenk een nieuw wachtwoord.',
  }),

  en: ({ at }, service) => ({
    subject: 'Your authenticator app was switched off',
    paragraphs: [
      `Too many wrong codes were entered for your ${service} account. So we switched off your authenticator app on ${momentInWords(at, 'en')}.`,
      'Sign in with your recovery code or another second step. Not possible? Then ask your administrator or the service desk to unlink your second step. After that, you can link a new one.',
    ],
    ifNotYou:
      'Weren’t you the one entering those codes? Then someone else knows your password. Go to the sign-in page right away, choose ‘Forgot your password?’ and choose a new password.',
  }),
})
