import { RESEND_AFTER_SECONDS } from './one-time-code.ts'

export type Limit = { limit: number; windowSeconds: number }

const MINUTE = 60
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/**
 * How often what may be tried. A counter is incremented first and compared then, in one statement (RTL-11); a window
 * begins at its first try and is not made longer by tries during it (RTL-03). One success clears no counter but its
 * own (RTL-06). Where a name has several limits, all of them hold.
 */
export const LIMITS = {
  /** Per account and lane. A known device has a lane of its own, so a stranger's guessing does not shut the owner out. */
  passwordByAccount: [{ limit: 10, windowSeconds: 15 * MINUTE }],
  /** Per address or IPv6 /64. High: a whole hospital can sit behind one address, and signs in at eight o'clock. */
  passwordBySource: [{ limit: 300, windowSeconds: 15 * MINUTE }],
  /** Per IPv6 /48 or IPv4 /24: a provider's customer can own 65,536 networks of /64 (RTL-09). */
  passwordByNetwork: [{ limit: 1_500, windowSeconds: 15 * MINUTE }],
  /** Unknown lane only, over everybody: a guess at many accounts from many addresses. Known devices stay welcome. */
  passwordOverall: [{ limit: 9_000, windowSeconds: 15 * MINUTE }],

  /** Per user over all methods and all sign-ins, right password or not; never cleared by the password (REC-05). */
  secondFactorByUser: [{ limit: 10, windowSeconds: 15 * MINUTE }],
  /** Per user: codes typed while linking. Whoever scans owns the secret, so this bounds the work only. */
  enrollmentByUser: [{ limit: 30, windowSeconds: 15 * MINUTE }],
  /** Per user: a person who knows the password guesses the re-link code. */
  relinkByUser: [{ limit: 10, windowSeconds: HOUR }],

  /** Per user, over text messages and mails: codes that were sent (CHN-05). */
  codesByUser: [
    { limit: 5, windowSeconds: HOUR },
    { limit: 10, windowSeconds: DAY },
  ],
  /** Per number, or per user for a mail: how soon another code follows. */
  codeAgain: [{ limit: 1, windowSeconds: RESEND_AFTER_SECONDS }],
  /** Per phone, whoever asks: no phone is flooded. */
  smsByPhone: [
    { limit: 5, windowSeconds: HOUR },
    { limit: 10, windowSeconds: DAY },
  ],
  /** Per organisation: one that runs wild does not use up the budget of all. */
  smsByTenant: [{ limit: 500, windowSeconds: DAY }],
  /** Per first six digits of a number: fraudsters own ranges (CHN-07). */
  smsByRange: [{ limit: 100, windowSeconds: HOUR }],
  /** Per country and over everybody: the bill. The configuration may say otherwise. */
  smsByCountry: [{ limit: 3_000, windowSeconds: DAY }],
  smsOverall: [
    { limit: 1_000, windowSeconds: HOUR },
    { limit: 5_000, windowSeconds: DAY },
  ],
  /** Per organisation or range that hit its limit: operators are notified once a day. */
  smsAlarm: [{ limit: 1, windowSeconds: DAY }],
  /** Per source: challenges for a sign-in by passkey alone. The page asks for one when it opens, for the autofill. */
  passkeyBySource: [{ limit: 600, windowSeconds: 15 * MINUTE }],
  /** Per user: asks for another e-mail address. */
  emailChangeByUser: [{ limit: 5, windowSeconds: DAY }],
  /** Per address that is asked for, whoever asks (CHN-13). */
  emailChangeByEmail: [
    { limit: 3, windowSeconds: HOUR },
    { limit: 10, windowSeconds: DAY },
  ],
  /** Per user: notices that would come again and again, once a day each (AUT-23, SES-10). */
  passwordUsedMailByUser: [{ limit: 1, windowSeconds: DAY }],
  sessionEndedMailByUser: [{ limit: 1, windowSeconds: DAY }],
  /** Per organisation: support codes that were looked up. */
  supportByTenant: [{ limit: 60, windowSeconds: HOUR }],

  /** Per address, existing or not: no mailbox is flooded by others (CHN-13). */
  resetMailByEmail: [
    { limit: 3, windowSeconds: HOUR },
    { limit: 10, windowSeconds: DAY },
  ],
  /** Per source: a list of addresses is not worked through from one place. */
  resetMailBySource: [{ limit: 60, windowSeconds: HOUR }],

  /** Per invitation and per organisation (LNK-12). */
  invitationResend: [{ limit: 3, windowSeconds: DAY }],
  /** Per address, over all organisations: mails beyond it wait until it is over (CHN-13). */
  invitationMailByEmail: [
    { limit: 3, windowSeconds: HOUR },
    { limit: 10, windowSeconds: DAY },
  ],
  invitationByTenant: [{ limit: 200, windowSeconds: DAY }],

  /** Per source. A link has 256 bits and cannot be guessed: this bounds the work only. */
  linkBySource: [{ limit: 120, windowSeconds: 15 * MINUTE }],

  /** Per client that proved itself: a token lives 15 minutes, sixty a minute leave room for a fleet of workers. */
  tokenByClient: [{ limit: 60, windowSeconds: MINUTE }],
  /** Per source, for requests that proved nothing: unknown clients and wrong secrets. */
  tokenFailureBySource: [{ limit: 60, windowSeconds: 15 * MINUTE }],
} as const satisfies Record<string, readonly Limit[]>

export type LimitName = keyof typeof LIMITS

/** Wrong codes that one sign-in (or one code sent, or one re-link code) takes before it is dead. */
export const TRIES_PER_ATTEMPT = 5

/**
 * Wrong codes in a row, over any length of time, after which the factor is switched off (NIST 800-63B-4 §3.2.2): ten per
 * quarter of an hour alone would give an attacker with the password two chances in three within a year.
 */
export const DISABLE_AFTER_CONSECUTIVE = 100

/**
 * The key of one counter, `name|part|…`. Parts are ids, addresses' networks and keyed hashes, never what a person
 * typed: keys stand in a table and in logs. Throws on an empty part, or one that would run into its neighbour.
 */
export function counterKey(name: LimitName, ...parts: readonly string[]): string {
  if (parts.some((part) => part === '' || part.includes('|')))
    throw new RangeError('a part of a counter key is not fit')
  return [name, ...parts].join('|')
}

/** Whole seconds until a window ends, at least 1: what `Retry-After` says (RTL-15). */
export function retryAfterSeconds(windowStartedAt: Date, windowSeconds: number, now: Date): number {
  const elapsedSeconds = (now.getTime() - windowStartedAt.getTime()) / 1000
  return Math.min(windowSeconds, Math.max(1, Math.ceil(windowSeconds - elapsedSeconds)))
}
