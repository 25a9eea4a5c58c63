import type {} from 'use-intl'
import type { formats } from './formats.ts'
import type { choosing } from './nl/choosing.ts'
import type { inside } from './nl/inside.ts'
import type { outside } from './nl/outside.ts'
import type { proving } from './nl/proving.ts'
import type { steps } from './nl/steps.ts'

export const LANGUAGES = ['nl', 'en'] as const
export type Language = (typeof LANGUAGES)[number]

/** How each writes dates, times and numbers: in English too the day comes before the month. */
export const LOCALES = { nl: 'nl-NL', en: 'en-GB' } as const satisfies Record<Language, string>

/** Dutch is the source: its keys and arguments are what the compiler checks every text against. */
export type Messages = typeof outside & typeof steps & typeof inside & typeof choosing & typeof proving

declare module 'use-intl' {
  interface AppConfig {
    Locale: (typeof LOCALES)[Language]
    Messages: Messages
    Formats: typeof formats
  }
}
