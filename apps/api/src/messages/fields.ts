import { z } from 'zod'

// What messages are filled in with, besides plain texts. The examples are what the tests write every message with.

/** A moment, ISO 8601. */
export const moment = z.iso.datetime().meta({ examples: ['2026-11-21T13:05:00.000Z'] })

/** A link that works once, with its secret in the fragment, and how long it works. */
export const oneTimeLink = {
  link: z.url().meta({ examples: [`https://beheer.example.nl/invitation#${'x'.repeat(43)}`] }),
  expiresAt: moment,
}

/** Six digits. They never stand in a subject. */
export const code = z
  .string()
  .regex(/^\d{6}$/)
  .meta({ examples: ['048213'] })

/** The last two digits of a number. */
export const ending = z
  .string()
  .regex(/^\d{0,2}$/)
  .meta({ examples: ['78'] })

/** What somebody signs in from, as it said of itself. */
export const device = { userAgent: z.string(), ip: z.string() }

/** Kinds of second steps with a comma between them, said in the reader's language. Until `at` those that are phased out still work. */
export const policyNews = { tenantName: z.string(), allowed: z.string(), phasedOut: z.string(), at: moment }
