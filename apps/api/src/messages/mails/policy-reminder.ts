import { z } from 'zod'
import { policyNews } from '../fields.ts'
import { mail } from '../mail.ts'
import { momentInWords } from '../moment-in-words.ts'
import { methodsInWords } from '../policy-methods.ts'

export const policyReminder = mail({
  name: 'policy-reminder',
  kind: 'news',
  data: z.object(policyNews),

  nl: ({ tenantName, phasedOut, allowed, at }, service) => ({
    subject: `Stel een andere tweede stap in voor ${tenantName}`,
    paragraphs: [
      `Vanaf ${momentInWords(at, 'nl')} kun je bij ${tenantName} in ${service} niet meer inloggen met ${methodsInWords(phasedOut, 'nl')}.`,
      `Stel voor die tijd iets anders in: ${methodsInWords(allowed, 'nl')}. Log in, ga naar Mijn account en koppel een tweede stap.`,
      'Heb je dat al gedaan? Dan hoef je niets te doen.',
    ],
    ifNotYou: `Klopt dit niet? Vraag het aan de pakkethouder van ${tenantName}.`,
    why: `Je krijgt deze e-mail omdat je gebruiker bent van ${tenantName}.`,
  }),

  en: ({ tenantName, phasedOut, allowed, at }, service) => ({
    subject: `Set up another second step for ${tenantName}`,
    paragraphs: [
      `From ${momentInWords(at, 'en')} you can no longer sign in to ${tenantName} in ${service} with ${methodsInWords(phasedOut, 'en')}.`,
      `Before then, set up something else: ${methodsInWords(allowed, 'en')}. Sign in, go to My account and link a second step.`,
      'Have you already done so? Then you don’t need to do anything.',
    ],
    ifNotYou: `Is this a mistake? Ask the package holder of ${tenantName}.`,
    why: `You get this e-mail because you are a user of ${tenantName}.`,
  }),
})
