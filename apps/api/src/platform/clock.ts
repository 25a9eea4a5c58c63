/** The time. Asked for once per request; everything in the request happens at that moment. */
export type Clock = { now(): Date }

export const systemClock: Clock = { now: () => new Date() }
