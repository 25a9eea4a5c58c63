import { verifySync } from 'otplib'
import { encodeBase32, inGroups, RFC4648_ALPHABET } from './base32.ts'
import { normaliseCode, ONE_TIME_CODE_DIGITS } from './one-time-code.ts'

export const TOTP_STEP_SECONDS = 30

/** One step back for a slow hand or a slow clock, one ahead for a fast clock (RFC 6238 §5.2 and §6). */
const DRIFT_SECONDS = TOTP_STEP_SECONDS

/** A clock that is off by more than this cannot be told from guessing. */
const CLOCK_SECONDS = 600

/** RFC 4226 §4 R6 recommends 160 bits. */
const SECRET_BYTES = 20
const SECRET = /^[A-Z2-7]{32}$/

/** A new secret of 160 bits in base32 without padding (32 letters). `randomBytes` must be a CSPRNG. */
export function newTotpSecret(randomBytes: (size: number) => Uint8Array): string {
  return encodeBase32(randomBytes(SECRET_BYTES), RFC4648_ALPHABET)
}

type Account = {
  secret: string
  /** The service as the app shows it. */
  issuer: string
  /** The e-mail address of the account. */
  account: string
}

/**
 * The `otpauth:` address that a QR code carries and a phone opens by a tap (Key Uri Format).
 * The issuer stands in the label for old apps and as a parameter for new ones; a colon in it would be read as the end
 * of the issuer, also when encoded, so it is left out. Parameters with their default values are left out too: some
 * apps refuse what they know only by its default.
 */
export function totpUri({ secret, issuer, account }: Account): string {
  const service = encodeURIComponent(issuer.replaceAll(':', ''))
  return `otpauth://totp/${service}:${encodeURIComponent(account)}?secret=${secret}&issuer=${service}`
}

/** The secret as people type it: groups of four with a space between. */
export function groupsOfFour(secret: string): string {
  return inGroups(secret, 4, ' ')
}

type Claim = {
  secret: string
  /** What was typed, as it was typed. */
  code: string
  now: Date
  /** The last step accepted for this factor, or null when there was none. Steps up to and including it are refused. */
  afterStep: number | null
}

/**
 * The time step whose code this is, or null when there is none that counts. The caller stores it by one guarded update
 * (`… WHERE last_step < $step`): only that makes a code work once (RFC 6238 §5.2). Null, never an error, for malformed
 * input.
 */
export function matchingStep(claim: Claim): number | null {
  return stepWithin(claim, DRIFT_SECONDS)
}

/**
 * The time step of a code that `matchingStep` refuses and that would be right on a clock at most ten minutes off. Null for a
 * step that was accepted before, or is older than one that was: such a code is used up, whatever the clock says.
 */
export function stepOfOtherClock(claim: Claim): number | null {
  return stepWithin(claim, CLOCK_SECONDS)
}

/** How far the clock behind the code of `step` is off, in seconds: negative when behind. */
export function clockOffSeconds(step: number, now: Date): number {
  return (step - Math.floor(now.getTime() / 1000 / TOTP_STEP_SECONDS)) * TOTP_STEP_SECONDS
}

function stepWithin({ secret, code, now, afterStep }: Claim, toleranceSeconds: number): number | null {
  const token = normaliseCode(code)
  if (token === null || !SECRET.test(secret)) return null

  const epoch = Math.floor(now.getTime() / 1000)
  const newestStep = Math.floor((epoch + toleranceSeconds) / TOTP_STEP_SECONDS)
  // The clock went back below what was accepted before (FLT-14): nothing can match until it has caught up.
  if (afterStep !== null && afterStep >= newestStep) return null

  const result = verifySync({
    secret,
    token,
    epoch,
    epochTolerance: toleranceSeconds,
    period: TOTP_STEP_SECONDS,
    digits: ONE_TIME_CODE_DIGITS,
    algorithm: 'sha1',
    ...(afterStep === null ? {} : { afterTimeStep: afterStep }),
  })
  // `timeStep` is only there for the TOTP strategy, as the type says.
  return result.valid && 'timeStep' in result ? result.timeStep : null
}
