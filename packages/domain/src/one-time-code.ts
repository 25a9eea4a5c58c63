/** How long a code from a message lives, and how soon another may be asked for. */
export const SENT_CODE_LIFETIME_SECONDS = 600
export const RESEND_AFTER_SECONDS = 30

export const ONE_TIME_CODE_DIGITS = 6

/**
 * The six digits of what somebody typed or pasted: spaces and hyphens are forgiven ("123 456", "123-456").
 * Gives null for anything else, digits of other scripts included: they are a different code to every app (REC-04).
 */
export function normaliseCode(input: string): string | null {
  const digits = input.replaceAll(/[ -]/g, '')
  return /^[0-9]{6}$/.test(digits) ? digits : null
}
