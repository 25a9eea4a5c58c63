/** Why a message did not go, in a word that names nobody: it is kept with the message, for operators to see. */
export type Setback = { reason: string; isFinal: boolean; copy: 'none' | 'surely not' | 'perhaps' }

/** `copy`: whether the relay was called, and whether it may have taken the mail. */
export const SETBACKS = {
  /** The member was deleted, or the invitation withdrawn. */
  'recipient-gone': { reason: 'recipient-gone', isFinal: true, copy: 'none' },
  /** The link in it no longer works. */
  'link-expired': { reason: 'link-expired', isFinal: true, copy: 'none' },
  /** It may have left as often as it may at all. */
  'perhaps-sent': { reason: 'perhaps-sent', isFinal: true, copy: 'none' },
  /** Of a newer build, or sealed with a key that is not here: another process can write it, or the next build. */
  unwritable: { reason: 'unwritable', isFinal: false, copy: 'none' },
  /** The relay says that this mail or this address will never do. */
  refused: { reason: 'refused', isFinal: true, copy: 'surely not' },
  /** The relay is away, or says: later. */
  relay: { reason: 'relay', isFinal: false, copy: 'surely not' },
  /** The line broke when the relay may have had all of it. */
  unsure: { reason: 'unsure', isFinal: false, copy: 'perhaps' },
} as const satisfies Record<string, Setback>

const BACK_OFF_MINUTES = [1, 5, 15, 60, 120, 240, 480] as const
const GIVE_UP_AFTER_MINUTES = 24 * 60
const MINUTE = 60_000

/** When to try again: later each time, and null when that would be over a day after it was made. */
export function nextTryAt({ tries, createdAt }: { tries: number; createdAt: Date }, now: Date): Date | null {
  const minutes = BACK_OFF_MINUTES[Math.min(tries, BACK_OFF_MINUTES.length) - 1] ?? BACK_OFF_MINUTES[0]
  const next = new Date(now.getTime() + minutes * MINUTE)
  return next.getTime() > createdAt.getTime() + GIVE_UP_AFTER_MINUTES * MINUTE ? null : next
}
