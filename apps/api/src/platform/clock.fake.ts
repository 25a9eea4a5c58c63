import type { Clock } from './clock.ts'

export type FakeClock = Clock & {
  /** Moves the time on, or back by a negative number: `clock.advance(minutes(5))`. */
  advance(milliseconds: number): void
  /** The moment that is so much later than now, or so much earlier. */
  later(milliseconds: number): Date
  ago(milliseconds: number): Date
}

/** A clock that stands still until it is moved. Begins at the real time, so that other clocks (a phone's) agree with it. */
export function createFakeClock(startsAt: Date = new Date()): FakeClock {
  let time = startsAt.getTime()
  return {
    now: () => new Date(time),
    advance: (milliseconds) => {
      time += milliseconds
    },
    later: (milliseconds) => new Date(time + milliseconds),
    ago: (milliseconds) => new Date(time - milliseconds),
  }
}

export const seconds = (count: number): number => count * 1000
export const minutes = (count: number): number => seconds(count * 60)
export const hours = (count: number): number => minutes(count * 60)
export const days = (count: number): number => hours(count * 24)
