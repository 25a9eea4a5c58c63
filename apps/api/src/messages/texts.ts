import { type Language, SENT_CODE_LIFETIME_SECONDS } from '@keyholder/domain'
import type { Settings } from '../settings.ts'
import { asGsm7, SEPTETS_PER_SMS, septetsIn } from './gsm7.ts'
import { smsText } from './sms-code.ts'

/**
 * What each text message is filled in with. `to` is E.164 and kept here, sealed: a code goes to the number it was asked for,
 * and a number that was replaced is nobody's any more when it is told.
 */
export type TextData = {
  'sms-code': { to: string; code: string; expiresAt: string }
  'sms-phone-replaced': { to: string }
}

export type TextTemplate = keyof TextData

type Words = { language: Language; serviceName: string; host: string }

type Text<T extends TextTemplate> = {
  /** As of a mail: a one-time code never goes out again by itself. */
  resend: 'once' | 'never'
  write(data: TextData[T], words: Words): string
}

/** What there is to say by SMS: a template without its text does not compile. */
export const TEXTS: { readonly [T in TextTemplate]: Text<T> } = {
  'sms-code': {
    resend: 'never',
    write: ({ code }, words) => smsText({ ...words, code, minutes: SENT_CODE_LIFETIME_SECONDS / 60 }),
  },
  'sms-phone-replaced': { resend: 'once', write: (_, words) => phoneReplaced(words) },
}

type Filling<T extends TextTemplate> = { data: TextData[T]; language: Language; settings: Settings }

/** Writes a text message, in the alphabet of SMS and short enough to be one. */
export function composeText<T extends TextTemplate>(template: T, { data, language, settings }: Filling<T>): string {
  const text: Text<T> = TEXTS[template]
  const { serviceName, publicUrl } = settings
  return text.write(data, { language, serviceName, host: new URL(publicUrl).hostname })
}

/** True when this build can write it as a text message. */
export function isTextTemplate(name: string): name is TextTemplate {
  return Object.hasOwn(TEXTS, name)
}

const REPLACED: Record<Language, (name: string) => string> = {
  nl: (name) =>
    `Dit nummer krijgt geen codes meer van ${name}. Er is een ander nummer gekoppeld. Was jij dat niet? Bel je beheerder.`,
  en: (name) =>
    `This number gets no more codes from ${name}. Another number was linked. Was this not you? Call your administrator.`,
}

function phoneReplaced({ language, serviceName }: Words): string {
  let name = asGsm7(serviceName)
  while ((septetsIn(REPLACED[language](name)) ?? 0) > SEPTETS_PER_SMS) name = name.slice(0, -1).trimEnd()
  return REPLACED[language](name)
}
