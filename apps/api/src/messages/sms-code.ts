import type { Language } from '@keyholder/domain'
import { asGsm7, SEPTETS_PER_SMS, septetsIn } from './gsm7.ts'

type Filling = {
  /** Six digits. */
  code: string
  language: Language
  /** How long the code works. */
  minutes: number
  serviceName: string
  /** Where the code is typed: the host of the public address. */
  host: string
}

/**
 * The text message with a code, in one SMS (CHN-09). The code comes first, so that a preview shows it; the last line binds
 * it to our address, so that phones fill it in there and nowhere else (wicg.github.io/sms-one-time-codes). It names nobody.
 */
export function smsText({ serviceName, host, ...filling }: Filling): string {
  const sentences = SENTENCES[filling.language]
  const lastLine = `\n\n@${host} #${filling.code}`
  const around = `${sentences({ ...filling, name: '' })}${lastLine}`
  // A name that is too long is cut; an address that leaves no room at all costs the filling in, and never the sentence.
  const room = SEPTETS_PER_SMS - (septetsIn(around) ?? SEPTETS_PER_SMS)
  if (room < SHORTEST_NAME) return sentences({ ...filling, name: cut(asGsm7(serviceName), LONGEST_NAME) })
  return `${sentences({ ...filling, name: cut(asGsm7(serviceName), room) })}${lastLine}`
}

const SHORTEST_NAME = 8
/** What the sentences have room for without the last line. */
const LONGEST_NAME = 40

type Words = { code: string; minutes: number; name: string }

const SENTENCES: Record<Language, (words: Words) => string> = {
  nl: ({ code, minutes, name }) =>
    `${code} is je code voor ${name}. De code werkt ${minutes} minuten. Geef hem aan niemand.`,
  en: ({ code, minutes, name }) =>
    `${code} is your code for ${name}. It works for ${minutes} minutes. Share it with nobody.`,
}

function cut(name: string, septets: number): string {
  let shortened = name
  while ((septetsIn(shortened) ?? 0) > septets) shortened = shortened.slice(0, -1)
  return shortened.trimEnd()
}
