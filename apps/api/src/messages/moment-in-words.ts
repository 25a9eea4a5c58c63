import type { Language } from '@keyholder/domain'

/** A moment as people say it, by the clock of the Netherlands: "zaterdag 21 november 2026 om 14:05". */
export function momentInWords(moment: string, language: Language): string {
  const date = new Date(moment)
  // Some versions of the language data put a comma behind the day of the week.
  const day = DAY[language].format(date).replace(',', '')
  const time = TIME.format(date)
  // Who reads Dutch expects Dutch time.
  return language === 'nl' ? `${day} om ${time}` : `${day} at ${time} (Dutch time)`
}

const ZONE = { timeZone: 'Europe/Amsterdam' } as const
const PARTS = { ...ZONE, weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' } as const
const DAY = { nl: new Intl.DateTimeFormat('nl-NL', PARTS), en: new Intl.DateTimeFormat('en-GB', PARTS) }
const TIME = new Intl.DateTimeFormat('nl-NL', { ...ZONE, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
