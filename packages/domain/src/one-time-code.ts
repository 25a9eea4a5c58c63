/** How long a code from a message lives, and how soon another may be asked for. */
export const SENT_CODE_LIFETIME_SECONDS = 600
export const RESEND_AFTER_SECONDS = 30

export const ONE_TIME_CODE_DIGITS = 6

/** What a code that was sent is for: it works for that one sign-in or session, and for nothing else there. */
export const CODE_PURPOSES = ['sign-in', 'link', 'step-up'] as const

export type CodePurpose = (typeof CODE_PURPOSES)[number]

/** How a code is sent. */
export const CODE_METHODS = ['sms', 'email'] as const

export type CodeMethod = (typeof CODE_METHODS)[number]

/** What a passkey signs a challenge for: as a code, or as the whole sign-in, when it is not known yet whose it is. */
export const CHALLENGE_PURPOSES = [...CODE_PURPOSES, 'alone'] as const

/**
 * The six digits of what was typed or pasted; spaces and hyphens are ignored ("123 456", "123-456").
 * Gives null for anything else, digits of other scripts included: they are a different code to every app (REC-04).
 */
export function normaliseCode(input: string): string | null {
  const digits = input.replaceAll(/[ -]/g, '')
  return /^[0-9]{6}$/.test(digits) ? digits : null
}
