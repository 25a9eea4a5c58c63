import { z } from 'zod'
import { moment } from '../fields.ts'
import { mail } from '../mail.ts'
import { momentInWords } from '../moment-in-words.ts'

export const passkeyCounterRegressed = mail({
  name: 'passkey-counter-regressed',
  kind: 'security',
  data: z.object({ name: z.string(), at: moment }),

  nl: ({ name, at }, service) => ({
    subject: 'Misschien is je passkey gekopieerd',
    paragraphs: [
      `Op ${momentInWords(at, 'nl')} probeerde iemand in te loggen bij ${service} met je passkey ‘${name}’. Er klopte iets niet, en daarom is het niet gelukt.`,
      'Een passkey telt hoe vaak hij is gebruikt. Deze keer telde hij niet verder. Dat kan betekenen dat er een kopie van is.',
      'Vertrouw je het niet? Log dan in op een andere manier. Verwijder deze passkey bij ‘Mijn account’ en koppel een nieuwe.',
    ],
    ifNotYou: 'Was jij dit niet? Bel dan meteen je beheerder en vraag om je tweede stap te ontkoppelen.',
    why: 'Je krijgt deze e-mail omdat er iets niet klopte toen je passkey werd gebruikt.',
  }),

  en: ({ name, at }, service) => ({
    subject: 'Your passkey may have been copied',
    paragraphs: [
      `On ${momentInWords(at, 'en')} someone tried to sign in to ${service} with your passkey ‘${name}’. Something was wrong, so it failed.`,
      'A passkey counts how often it is used. This time the count didn’t go up. That can mean there is a copy of it.',
      'Don’t you trust this? Then sign in another way. Remove this passkey under ‘My account’ and link a new one.',
    ],
    ifNotYou: 'Wasn’t this you? Then call your administrator right away and ask them to unlink your second step.',
    why: 'You get this e-mail because something was wrong when your passkey was used.',
  }),
})
