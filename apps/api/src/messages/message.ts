import type { z } from 'zod'

/**
 * What a message is to its reader:
 * - `code`: a one-time code, for which they sit and wait
 * - `link`: asks them to click on a one-time link
 * - `security`: something changed in how they sign in
 * - `news`: anything else that concerns them
 */
type Kind = 'code' | 'link' | 'security' | 'news'

/** What every message says of itself, in one file, whatever its channel. */
export type About<Name extends string, Data extends z.ZodObject> = {
  /** The name of its template in the outbox. */
  name: Name
  kind: Kind
  /** What it is filled in with. Where there is a `to`, it goes there, whatever address its member has by then. */
  data: Data
}

/**
 * How often it may go out when nobody can tell if it left: a notice or a link may come twice, a one-time code never does
 * (security.md, "Outbox").
 */
export type Resend = 'once' | 'never'

export const RESEND = { code: 'never', link: 'once', security: 'once', news: 'once' } as const satisfies Record<
  Kind,
  Resend
>
