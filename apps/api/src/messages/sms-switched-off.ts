import type { Language } from '@keyholder/domain'
import type { Message } from './message.ts'
import { momentInWords } from './moment-in-words.ts'
import type { MessageData } from './templates.ts'

type Limit = MessageData['sms-switched-off']['limit']

const REACHED: Record<Language, Record<Limit, string>> = {
  nl: {
    smsOverall: 'Het hele platform heeft de grens van sms’en bereikt.',
    smsByCountry: 'Naar één land zijn zoveel sms’en gestuurd als op een dag mag.',
  },
  en: {
    smsOverall: 'The whole platform has reached its limit of text messages.',
    smsByCountry: 'As many text messages went to one country as may go in a day.',
  },
}

export const smsSwitchedOff: Message<'sms-switched-off'> = {
  resend: 'once',

  nl: ({ limit, at }, service) => ({
    subject: 'Sms staat uit voor alle organisaties',
    paragraphs: [
      `${REACHED.nl[limit]} Daarom staat sms in ${service} uit, sinds ${momentInWords(at, 'nl')}.`,
      'Inloggen met een authenticator-app, een passkey of de herstelcode werkt gewoon. Wie alleen sms heeft, kan nu niet inloggen zonder herstelcode.',
      'Zoek eerst uit waar de sms’en vandaan kwamen. Zet sms daarna weer aan bij Organisaties. Dat gaat niet vanzelf.',
    ],
    button: null,
    ifNotYou: 'Klopt dit niet? Bekijk dan het logboek van het platform.',
    why: 'Je krijgt deze mail omdat je functioneel beheerder van dit platform bent.',
  }),

  en: ({ limit, at }, service) => ({
    subject: 'Text messages are off for all organisations',
    paragraphs: [
      `${REACHED.en[limit]} That is why text messages are off in ${service}, since ${momentInWords(at, 'en')}.`,
      'Signing in with an authenticator app, a passkey or the recovery code still works. Whoever has text messages only cannot sign in now without the recovery code.',
      'Find out first where the text messages came from. Switch them on again at Organisations after that. It does not happen by itself.',
    ],
    button: null,
    ifNotYou: 'Is this not right? Then look at the log of the platform.',
    why: 'You get this e-mail because you are an operator of this platform.',
  }),
}
