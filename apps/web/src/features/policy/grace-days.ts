import { GRACE_DAYS } from '@keyholder/domain'

// The days of the organisation, wherever the device of its holder is.
const TIME_ZONE = 'Europe/Amsterdam'
const DAY_MILLISECONDS = 86_400_000

/** The day (`2026-11-22`) on which an instant falls. */
export function dayOf(instant: Date): string {
  // Swedish writes a day as ISO 8601 does.
  return new Intl.DateTimeFormat('sv-SE', { timeZone: TIME_ZONE }).format(instant)
}

/** The instant at which a day (`2026-11-22`) begins. The clock changes at 01:00 UTC, after the day has begun. */
export function startOfDay(day: string): Date {
  const utc = new Date(`${day}T00:00:00Z`)
  const offset = new Intl.DateTimeFormat('en-US', { timeZone: TIME_ZONE, timeZoneName: 'longOffset' })
    .formatToParts(utc)
    .find(({ type }) => type === 'timeZoneName')
  return new Date(`${day}T00:00:00${offset?.value.replace('GMT', '') || 'Z'}`)
}

/** The first and the last day from which a change can hold: as much grace as the server takes. */
export function graceDays(now: Date): { from: string; to: string } {
  const inDays = (days: number) => new Date(now.getTime() + days * DAY_MILLISECONDS)
  // A day begins before the moment at which it is chosen: the first whole day of grace ends at the midnight after it.
  return { from: dayOf(inDays(GRACE_DAYS.from + 1)), to: dayOf(inDays(GRACE_DAYS.to)) }
}
