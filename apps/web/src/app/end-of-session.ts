/** The server notes the last use of a session at most once a minute: it may have less left than we can see. */
const NOTED_EVERY_MS = 60_000

/** All in milliseconds on this device's clock. */
type Known = {
  /** When the session was read, and what was read then. */
  readAt: number
  idleUntil: number
  endsAt: number
  /** When the server last answered, to this tab or another. */
  lastUseAt: number
}

export type EndOfSession = { at: number; because: 'idle' | 'age' }

/** When the session ends if nothing more is done, and why then: unused for too long, or too old whatever one does. */
export function endOfSession({ readAt, idleUntil, endsAt, lastUseAt }: Known): EndOfSession {
  const idleMs = idleUntil - readAt
  const idleAt = Math.max(readAt, lastUseAt) + idleMs - NOTED_EVERY_MS
  return idleAt < endsAt ? { at: idleAt, because: 'idle' } : { at: endsAt, because: 'age' }
}
