import type { Language } from '@keyholder/domain'
import type { Button } from './message.ts'
import { momentInWords } from './moment-in-words.ts'

/** The button by which somebody says that what they read was not them. */
export function reportButton({ link, expiresAt }: { link: string; expiresAt: string }, language: Language): Button {
  const moment = momentInWords(expiresAt, language)
  return language === 'nl'
    ? { label: 'Dit was ik niet', link, until: `De link werkt tot ${moment}, en maar één keer.` }
    : { label: 'This was not me', link, until: `The link works until ${moment}, and only once.` }
}
