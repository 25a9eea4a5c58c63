import type { Language } from '@keyholder/domain'
import type { Button } from './content.ts'
import { momentInWords } from './moment-in-words.ts'

type OneTimeLink = { link: string; expiresAt: string }

/** The button of a one-time link. */
export function linkButton(label: string, { link, expiresAt }: OneTimeLink, language: Language): Button {
  const moment = momentInWords(expiresAt, language)
  const until =
    language === 'nl'
      ? `De link werkt tot ${moment}, en maar één keer.`
      : `The link works until ${moment}, and only once.`
  return { label, link, until }
}

/** The button for saying that what one read was not oneself. */
export function reportButton(link: OneTimeLink, language: Language): Button {
  return linkButton(language === 'nl' ? 'Dit was ik niet' : 'This wasn’t me', link, language)
}
