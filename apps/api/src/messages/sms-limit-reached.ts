import type { Message } from './message.ts'
import { momentInWords } from './moment-in-words.ts'

export const smsLimitReached: Message<'sms-limit-reached'> = {
  resend: 'once',

  nl: ({ limit, what, at }, service) => ({
    subject:
      limit === 'smsByTenant' ? 'Een organisatie stuurt veel sms’en' : 'Er gaan veel sms’en naar één reeks nummers',
    paragraphs: [
      limit === 'smsByTenant'
        ? `De organisatie ${what} heeft de grens van sms’en in ${service} bereikt, op ${momentInWords(at, 'nl')}.`
        : `De nummers die beginnen met ${what} hebben de grens van sms’en in ${service} bereikt, op ${momentInWords(at, 'nl')}.`,
      'Daar gaan nu even geen sms’en heen. Alle andere sms’en gaan gewoon door. Je hoeft niets aan te zetten.',
    ],
    button: null,
    ifNotYou: 'Klopt dit niet? Bekijk dan het logboek van het platform.',
    why: 'Je krijgt deze mail omdat je functioneel beheerder van dit platform bent.',
  }),

  en: ({ limit, what, at }, service) => ({
    subject:
      limit === 'smsByTenant' ? 'An organisation sends many text messages' : 'Many text messages go to one range',
    paragraphs: [
      limit === 'smsByTenant'
        ? `The organisation ${what} reached its limit of text messages in ${service} on ${momentInWords(at, 'en')}.`
        : `The numbers that begin with ${what} reached their limit of text messages in ${service} on ${momentInWords(at, 'en')}.`,
      'No text messages go there for a while. All others go on. There is nothing to switch on.',
    ],
    button: null,
    ifNotYou: 'Is this not right? Then look at the log of the platform.',
    why: 'You get this e-mail because you are an operator of this platform.',
  }),
}
