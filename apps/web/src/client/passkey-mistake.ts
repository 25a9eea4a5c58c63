/** W3C WebAuthn Level 3 §5.1.3 and §5.1.4: what a browser rejects with, by the name of its error. */
const MISTAKES = {
  // The person stopped it, waited too long, or has no passkey here: a browser does not tell which.
  NotAllowedError: 'stopped',
  AbortError: 'stopped',
  InvalidStateError: 'exists',
  NotSupportedError: 'unsupported',
  ConstraintError: 'unsupported',
  SecurityError: 'unsupported',
  UnknownError: 'unsupported',
} as const

export type PasskeyMistake = (typeof MISTAKES)[keyof typeof MISTAKES]

/** What went wrong in the browser with a passkey, or null when it is something else that failed. */
export function passkeyMistake(error: unknown): PasskeyMistake | null {
  if (!(error instanceof Error)) return null
  return isMistake(error.name) ? MISTAKES[error.name] : null
}

function isMistake(name: string): name is keyof typeof MISTAKES {
  return Object.hasOwn(MISTAKES, name)
}
