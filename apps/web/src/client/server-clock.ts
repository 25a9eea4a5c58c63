let aheadMs = 0

/** Notes how far the server's clock is ahead of this device's, which may be set wrong: it says so with every answer. */
export function readServerClock({ headers }: Response): void {
  const at = Date.parse(headers.get('date') ?? '')
  if (!Number.isNaN(at)) aheadMs = at - Date.now()
}

/** A moment that the server named, as milliseconds on this device's clock. */
export function onThisClock(instant: string): number {
  return Date.parse(instant) - aheadMs
}

/** What time it is on the server. */
export function serverNow(): number {
  return Date.now() + aheadMs
}
