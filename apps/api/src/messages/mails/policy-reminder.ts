import { z } from 'zod'
import { policyNews } from '../fields.ts'
import { mail } from '../mail.ts'
import { momentInWords } from '../moment-in-words.ts'
import { waysInWords } from '../policy-ways.ts'

export const policyReminder = mail({
  name: 'policy-reminder',
  kind: 'news',
  data: z.object(policyNews),

  nl: ({ tenantName, leaving, allowed, at }, service) => ({
    subject: `Stel een andere tweede stap in voor ${tenantName}`,
    paragraphs: [
      `Vanaf ${momentInWords(at, 'nl')} kun je bij ${tenantName} in ${service} niet meer inloggen met ${waysInWords(leaving, 'nl')}.`,
      `Stel voor die tijd iets anders in: ${waysInWords(allowed, 'nl')}. Log in, ga naar Mijn account en koppel een tweede stap.`,
      'Heb je dat al gedaan? Dan hoef je niets te doen.',
    ],
    ifNotYou: `Klopt dit niet? Vraag het aan de pakkethouder van ${tenantName}.`,
    why: `Je krijgt deze e-mail omdat je gebruiker bent van ${tenantName}.`,
  }),

  en: ({ tenantName, leaving, allowed, at }, service) => ({
    subject: `Set up another second step for ${tenantName}`,
    paragraphs: [
      `From ${momentInWords(at, 'en')} you can no longer sign in to ${tenantName} in ${service} with ${waysInWords(leaving, 'en')}.`,
      `Before then, set up something else: ${waysInWords(allowed, 'en')}. Sign in, go to My account and link a second step.`,
      'Have you already done so? Then you don’t need to do anything.',
    ],
    ifNotYou: `Is this a mistake? Ask the package holder of ${tenantName}.`,
    why: `You get this e-mail because you are a user of ${tenantName}.`,
  }),
})
