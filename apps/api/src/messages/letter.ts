import type { Language } from '@keyholder/domain'
import type { Button, Content } from './message.ts'
import { withoutLinks } from './without-links.ts'

/** A message with everything around it, in plain text, before it becomes text or HTML. */
export type Letter = {
  language: Language
  serviceName: string
  subject: string
  greeting: string
  paragraphs: readonly string[]
  button: (Button & { otherwise: string }) | null
  ifNotYou: string | null
  footer: readonly string[]
}

type Around = { language: Language; recipientName: string | null; serviceName: string }

/** Puts greeting and footer around what a message says, and breaks up whatever could be taken for a link but the link. */
export function writeLetter(content: Content, { language, recipientName, serviceName }: Around): Letter {
  const { hello, never, from, otherwise } = WORDS[language]
  // The service's own name may be a domain. It is ours, so it stays whole.
  const plain = (text: string) => text.split(serviceName).map(withoutLinks).join(serviceName)
  const { button, ifNotYou } = content
  return {
    language,
    serviceName,
    subject: plain(content.subject),
    greeting: recipientName === null ? `${hello},` : `${hello} ${plain(recipientName)},`,
    paragraphs: content.paragraphs.map(plain),
    button: button && { label: plain(button.label), link: button.link, until: plain(button.until), otherwise },
    ifNotYou: ifNotYou && plain(ifNotYou),
    footer: [plain(content.why), `${from} ${serviceName}. ${never}`],
  }
}

const WORDS = {
  nl: {
    hello: 'Hallo',
    otherwise: 'Werkt de knop niet? Kopieer dan deze link en plak hem in je browser:',
    from: 'Deze mail komt van',
    never:
      'Wij vragen je nooit om je wachtwoord of je code: niet in een mail, niet in een sms en niet aan de telefoon.',
  },
  en: {
    hello: 'Hello',
    otherwise: 'Does the button not work? Then copy this link and paste it into your browser:',
    from: 'This e-mail comes from',
    never: 'We never ask for your password or your code: not in an e-mail, not in a text message and not by phone.',
  },
} as const satisfies Record<Language, Record<string, string>>
