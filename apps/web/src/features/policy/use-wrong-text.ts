import { useTranslations } from 'use-intl'
import { graceDays, startOfDay } from './grace-days.ts'
import type { Wrong } from './wrong-on-server.ts'

/** What is wrong, in words, by field. */
export function useWrongText(now: Date): (wrong: Wrong) => { allowed?: string; day?: string } {
  const t = useTranslations('policy.wrong')
  const { from, to } = graceDays(now)
  return ({ allowed, day }) => ({
    ...(allowed && { allowed: t(allowed) }),
    ...(day && { day: t(day, { from: startOfDay(from), to: startOfDay(to) }) }),
  })
}
