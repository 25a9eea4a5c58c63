import { z } from 'zod'
import { moment } from '../fields.ts'
import { mail } from '../mail.ts'
import { momentInWords } from '../moment-in-words.ts'

/** To operators: whose limit was reached. */
export const smsLimitReached = mail({
  name: 'sms-limit-reached',
  kind: 'news',
  data: z.object({ limit: z.enum(['smsByTenant', 'smsByRange']), what: z.string(), at: moment }),

  nl: ({ limit, what, at }, service) => ({
    subject:
      limit === 'smsByTenant' ? 'Een organisatie stuurt veel sms’en' : 'Er gaan veel sms’en naar één reeks nummers',
    paragraphs: [
      limit === 'smsByTenant'
        ? `De organisatie ${what} heeft de grens van sms’en in ${service} bereikt, op ${momentInWords(at, 'nl')}.`
        : `De nummers die beginnen met ${what} hebben de grens van sms’en in ${service} bereikt, op ${momentInWords(at, 'nl')}.`,
      'Daar gaan nu even geen sms’en heen. Alle andere sms’en gaan gewoon door. Je hoeft niets aan te zetten.',
    ],
    ifNotYou: 'Klopt dit niet? Bekijk dan het logboek van het platform.',
    why: 'Je krijgt deze e-mail omdat je functioneel beheerder van dit platform bent.',
  }),

  en: ({ limit, what, at }, service) => ({
    subject:
      limit === 'smsByTenant'
        ? 'An organisation is sending many text messages'
        : 'Many text messages are going to one range of numbers',
    paragraphs: [
      limit === 'smsByTenant'
        ? `The organisation ${what} reached its text message limit in ${service} on ${momentInWords(at, 'en')}.`
        : `The numbers starting with ${what} reached their text message limit in ${service} on ${momentInWords(at, 'en')}.`,
      'No text messages go there for now. All others are still sent. You don’t need to switch anything on.',
    ],
    ifNotYou: 'Is this a mistake? Then look at the log of the platform.',
    why: 'You get this e-mail because you are an operator of this platform.',
  }),
})
