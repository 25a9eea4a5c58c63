import { z } from 'zod'
import { moment } from '../fields.ts'
import { mail } from '../mail.ts'
import { momentInWords } from '../moment-in-words.ts'

/** To operators: which limit switched text messages off. */
export const smsSwitchedOff = mail({
  name: 'sms-switched-off',
  kind: 'news',
  data: z.object({ limit: z.enum(['smsOverall', 'smsByCountry']), at: moment }),

  nl: ({ limit, at }, service) => ({
    subject: 'Sms staat uit voor alle organisaties',
    paragraphs: [
      `${REACHED.nl[limit]} Daarom staat sms in ${service} uit, sinds ${momentInWords(at, 'nl')}.`,
      'Inloggen met een authenticator-app, een passkey of de herstelcode werkt gewoon. Wie alleen sms heeft, kan nu niet inloggen zonder herstelcode.',
      'Zoek eerst uit waar de sms’en vandaan kwamen. Zet sms daarna weer aan bij Organisaties. Dat gaat niet vanzelf.',
    ],
    ifNotYou: 'Klopt dit niet? Bekijk dan het logboek van het platform.',
    why: 'Je krijgt deze e-mail omdat je functioneel beheerder van dit platform bent.',
  }),

  en: ({ limit, at }, service) => ({
    subject: 'Text messages are off for all organisations',
    paragraphs: [
      `${REACHED.en[limit]} Text messages have therefore been off in ${service} since ${momentInWords(at, 'en')}.`,
      'Signing in with an authenticator app, a passkey or the recovery code still works. Users with only text messages need their recovery code to sign in.',
      'First find out where the text messages came from. Then switch them on again under Organisations. It doesn’t happen by itself.',
    ],
    ifNotYou: 'Is this a mistake? Then look at the log of the platform.',
    why: 'You get this e-mail because you are an operator of this platform.',
  }),
})

const REACHED = {
  nl: {
    smsOverall: 'Het hele platform heeft de grens van sms’en bereikt.',
    smsByCountry: 'Naar één land zijn zoveel sms’en gestuurd als op een dag mag.',
  },
  en: {
    smsOverall: 'The whole platform reached its text message limit.',
    smsByCountry: 'The daily limit of text messages to one country was reached.',
  },
} as const
