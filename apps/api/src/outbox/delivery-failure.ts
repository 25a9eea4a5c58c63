import type { Resend } from '../messages/message.ts'

/** Why a message was not sent, in a word without personal data: stored with the message for operators. */
export type DeliveryFailure = { reason: string; isFinal: boolean; attempt: 'none' | 'not-sent' | 'unknown' }

/** `copy`: whether the relay was called, and whether it may have taken the mail. */
export const DELIVERY_FAILURES = {
  /** The member was deleted, or the invitation withdrawn. */
  'recipient-gone': { reason: 'recipient-gone', isFinal: true, attempt: 'none' },
  /** The link in it no longer works. */
  'link-expired': { reason: 'link-expired', isFinal: true, attempt: 'none' },
  /** The code in it no longer works. */
  'code-expired': { reason: 'code-expired', isFinal: true, attempt: 'none' },
  /** It may have left as often as it may at all. */
  'perhaps-sent': { reason: 'perhaps-sent', isFinal: true, attempt: 'none' },
  /** Of a newer build, or sealed with a key that is not here: another process can write it, or the next build. */
  unwritable: { reason: 'unwritable', isFinal: false, attempt: 'none' },
  /** Text messages are switched off on the whole platform, or not set up here. */
  'sms-off': { reason: 'sms-off', isFinal: false, attempt: 'none' },
  /** The relay says that this mail or this address will never do. */
  refused: { reason: 'refused', isFinal: true, attempt: 'not-sent' },
  /** The relay is away, or says: later. */
  relay: { reason: 'relay', isFinal: false, attempt: 'not-sent' },
  /** The line broke when the relay may have had all of it. */
  unsure: { reason: 'unsure', isFinal: false, attempt: 'unknown' },
  /** As `unsure`, for what must not go out twice. The person waiting sees it at once and can ask for another. */
  'unsure-once': { reason: 'unsure', isFinal: true, attempt: 'unknown' },
} as const satisfies Record<string, DeliveryFailure>

const SECOND = 1000
const MINUTE = 60 * SECOND
const NOTICE_WAITS = [1, 5, 15, 60, 120, 240, 480].map((minutes) => minutes * MINUTE)
const NOTICE_LASTS = 24 * 60 * MINUTE
/** A person is waiting for the code: it is tried once more, then reported as failed. */
const CODE_WAITS = [5 * SECOND]

type Tried = { tries: number; createdAt: Date; resend: Resend }

/** When to try again: later each time, and null when it is given up: a notice over a day after it was made, a code at once. */
export function nextTryAt({ tries, createdAt, resend }: Tried, now: Date): Date | null {
  const last = NOTICE_WAITS.at(-1) ?? MINUTE
  const wait = resend === 'never' ? CODE_WAITS[tries - 1] : (NOTICE_WAITS[tries - 1] ?? last)
  if (wait === undefined) return null
  const next = new Date(now.getTime() + wait)
  return next.getTime() > createdAt.getTime() + NOTICE_LASTS ? null : next
}
