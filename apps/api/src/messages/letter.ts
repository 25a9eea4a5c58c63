import type { Language } from '@keyholder/domain'
import type { Around, Button, Content } from './content.ts'
import { withoutLinks } from './without-links.ts'

/** A message with everything around it, in plain text, before it becomes text or HTML. */
export type Letter = {
  language: Language
  serviceName: string
  subject: string
  greeting: string
  paragraphs: readonly string[]
  button: (Button & { otherwise: string }) | null
  ifNotYou: string
  footer: readonly string[]
}

/** Puts greeting and footer around what a message says, and breaks up whatever could be taken for a link but the link. */
export function writeLetter(content: Content, { language, recipientName, serviceName }: Around): Letter {
  const { hello, never, from, otherwise, signInChanged } = WORDS[language]
  // The service’s own name may be a domain. It is ours, so it stays whole.
  const plain = (text: string) => text.split(serviceName).map(withoutLinks).join(serviceName)
  const { button, why = signInChanged } = content
  return {
    language,
    serviceName,
    subject: plain(content.subject),
    greeting: recipientName === null ? `${hello},` : `${hello} ${plain(recipientName)},`,
    paragraphs: content.paragraphs.map(plain),
    button: button ? { label: plain(button.label), link: button.link, until: plain(button.until), otherwise } : null,
    ifNotYou: plain(content.ifNotYou),
    footer: [plain(why), `${from} ${serviceName}. ${never}`],
  }
}

const WORDS = {
  nl: {
    hello: 'Hallo',
    otherwise: 'Werkt de knop niet? Kopieer dan deze link en plak hem in je browser:',
    signInChanged: 'Je krijgt deze e-mail omdat er iets is veranderd in hoe je inlogt.',
    from: 'Deze e-mail komt van',
    never:
      'Wij vragen je nooit om je wachtwoord of je code: niet in een e-mail, niet in een sms en niet aan de telefoon.',
  },
  en: {
    hello: 'Hello',
    otherwise: 'Doesn’t the button work? Then copy this link and paste it into your browser:',
    signInChanged: 'You get this e-mail because something changed in how you sign in.',
    from: 'This e-mail comes from',
    never: 'We never ask for your password or your code: not by e-mail, not by text message and not by phone.',
  },
} as const satisfies Record<Language, Record<string, string>>
