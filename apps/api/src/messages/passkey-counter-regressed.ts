import type { Message } from './message.ts'
import { momentInWords } from './moment-in-words.ts'

export const passkeyCounterRegressed: Message<'passkey-counter-regressed'> = {
  resend: 'once',

  nl: ({ name, at }, service) => ({
    subject: 'Misschien is je passkey gekopieerd',
    paragraphs: [
      `Op ${momentInWords(at, 'nl')} probeerde iemand in te loggen bij ${service} met je passkey ‘${name}’. Er klopte iets niet, en daarom is het niet gelukt.`,
      'Een passkey telt hoe vaak hij is gebruikt. Deze keer telde hij niet verder. Dat kan betekenen dat er een kopie van is.',
      'Vertrouw je het niet? Log dan in op een andere manier. Verwijder deze passkey bij ‘Mijn account’ en koppel een nieuwe.',
    ],
    button: null,
    ifNotYou: 'Was jij dit niet? Bel dan meteen je beheerder en vraag om alles te ontkoppelen.',
    why: 'Je krijgt deze mail omdat er iets niet klopte toen je passkey werd gebruikt.',
  }),

  en: ({ name, at }, service) => ({
    subject: 'Your passkey may have been copied',
    paragraphs: [
      `On ${momentInWords(at, 'en')} somebody tried to sign in to ${service} with your passkey ‘${name}’. Something was not right, so it did not work.`,
      'A passkey counts how often it was used. This time it did not count on. That can mean that there is a copy of it.',
      'Do you not trust this? Then sign in another way. Remove this passkey in ‘My account’ and link a new one.',
    ],
    button: null,
    ifNotYou: 'Was this not you? Then call your administrator at once and ask to have everything unlinked.',
    why: 'You get this e-mail because something was not right when your passkey was used.',
  }),
}
