import type { Message } from './message.ts'
import { momentInWords } from './moment-in-words.ts'
import { methodsInWords } from './policy-methods.ts'

export const policyChanged: Message<'policy-changed'> = {
  resend: 'once',

  nl: ({ tenantName, phasedOut, allowed, at }, service) => ({
    subject: `Je tweede stap bij ${tenantName} verandert`,
    paragraphs: [
      `${tenantName} heeft gewijzigd hoe je in ${service} inlogt. Je kunt de tweede stap met ${methodsInWords(phasedOut, 'nl')} nog gebruiken tot ${momentInWords(at, 'nl')}.`,
      `Daarna log je in met: ${methodsInWords(allowed, 'nl')}. Je hebt daar nog niets van ingesteld.`,
      'Stel het nu in. Log in, ga naar Mijn account en koppel een tweede stap. Doe je dat niet, dan vragen we het je bij het inloggen zodra de datum voorbij is.',
    ],
    button: null,
    ifNotYou: `Klopt dit niet? Vraag het aan de pakkethouder van ${tenantName}.`,
    why: `Je krijgt deze mail omdat je gebruiker bent van ${tenantName}.`,
  }),

  en: ({ tenantName, phasedOut, allowed, at }, service) => ({
    subject: `Your second step at ${tenantName} is changing`,
    paragraphs: [
      `${tenantName} changed how you sign in to ${service}. You can still take the second step by ${methodsInWords(phasedOut, 'en')} until ${momentInWords(at, 'en')}.`,
      `After that you sign in with: ${methodsInWords(allowed, 'en')}. You have not set up any of these yet.`,
      'Set it up now. Sign in, go to My account and link a second step. If you do not, we will ask you for it when you sign in after that date.',
    ],
    button: null,
    ifNotYou: `Is this not right? Ask the package holder of ${tenantName}.`,
    why: `You get this e-mail because you are a user of ${tenantName}.`,
  }),
}
