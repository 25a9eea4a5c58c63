import { z } from 'zod'
import { policyNews } from '../fields.ts'
import { mail } from '../mail.ts'
import { momentInWords } from '../moment-in-words.ts'
import { methodsInWords } from '../policy-methods.ts'

export const policyChanged = mail({
  name: 'policy-changed',
  kind: 'news',
  data: z.object(policyNews),

  nl: ({ tenantName, phasedOut, allowed, at }, service) => ({
    subject: `Je tweede stap bij ${tenantName} verandert`,
    paragraphs: [
      `${tenantName} heeft gewijzigd hoe je in ${service} inlogt. Je kunt de tweede stap met ${methodsInWords(phasedOut, 'nl')} nog gebruiken tot ${momentInWords(at, 'nl')}.`,
      `Daarna log je in met: ${methodsInWords(allowed, 'nl')}. Je hebt daar nog niets van ingesteld.`,
      'Stel het nu in. Log in, ga naar Mijn account en koppel een tweede stap. Doe je dat niet, dan vragen we het je bij het inloggen zodra de datum voorbij is.',
    ],
    ifNotYou: `Klopt dit niet? Vraag het aan de pakkethouder van ${tenantName}.`,
    why: `Je krijgt deze e-mail omdat je gebruiker bent van ${tenantName}.`,
  }),

  en: ({ tenantName, phasedOut, allowed, at }, service) => ({
    subject: `Your second step at ${tenantName} is changing`,
    paragraphs: [
      `${tenantName} changed how you sign in to ${service}. You can still use ${methodsInWords(phasedOut, 'en')} as your second step until ${momentInWords(at, 'en')}.`,
      `After that you sign in with: ${methodsInWords(allowed, 'en')}. You haven’t set up any of these yet.`,
      'Set it up now. Sign in, go to My account and link a second step. If you don’t, we’ll ask you to when you sign in after that date.',
    ],
    ifNotYou: `Is this a mistake? Ask the package holder of ${tenantName}.`,
    why: `You get this e-mail because you are a user of ${tenantName}.`,
  }),
})
