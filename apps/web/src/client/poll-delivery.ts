type Sent = { delivery: 'sending' | 'sent' | 'failed'; resendAt: string; expiresAt: string }

const SOON_MS = 2_000
const LATER_MS = 10_000

/**
 * After how long to ask again what became of a code that was sent: soon while the user waits for it, seldom after that, and no more
 * once it is known or the code no longer works. `now` on the server's clock, in milliseconds.
 */
export function pollDelivery(sent: Sent | null | undefined, now: number): number | false {
  if (sent?.delivery !== 'sending' || now >= Date.parse(sent.expiresAt)) return false
  return now < Date.parse(sent.resendAt) ? SOON_MS : LATER_MS
}
