import fc from 'fast-check'
import { generateSync } from 'otplib'
import { describe, expect, it } from 'vitest'
import {
  clockOffSeconds,
  groupsOfFour,
  matchingStep,
  newTotpSecret,
  stepOfOtherClock,
  TOTP_STEP_SECONDS,
  totpUri,
} from './totp.ts'

/** "12345678901234567890" in base32: the secret of RFC 6238, appendix B. */
const RFC_SECRET = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ'

const randomBytes = (size: number) => crypto.getRandomValues(new Uint8Array(size))
const atStep = (step: number, secondsIn = 0) => new Date((step * TOTP_STEP_SECONDS + secondsIn) * 1000)
const codeOf = (step: number, secret = RFC_SECRET) => generateSync({ secret, epoch: step * TOTP_STEP_SECONDS })

describe('a code of the authenticator', () => {
  // The eight digits of RFC 6238, appendix B, of which the last six are the six-digit code.
  it.each([
    [59, '94287082'],
    [1_111_111_109, '07081804'],
    [1_111_111_111, '14050471'],
    [1_234_567_890, '89005924'],
    [2_000_000_000, '69279037'],
    [20_000_000_000, '65353130'],
  ])('is that of RFC 6238 at second %i', (second, digits) => {
    const claim = { secret: RFC_SECRET, code: digits.slice(2), now: new Date(second * 1000), afterStep: null }
    expect(matchingStep(claim)).toBe(Math.floor(second / TOTP_STEP_SECONDS))
  })

  it.each([
    [-10, false],
    [-2, false],
    [-1, true],
    [0, true],
    [1, true],
    [2, false],
    [10, false],
  ])('of %i steps from now counts: %s (REC-04)', (drift, counts) => {
    const step = 57_000_000
    for (const secondsIn of [0, 15, 29.999]) {
      const found = matchingStep({
        secret: RFC_SECRET,
        code: codeOf(step + drift),
        now: atStep(step, secondsIn),
        afterStep: null,
      })
      expect(found).toBe(counts ? step + drift : null)
    }
  })

  it('works once, and so does no earlier one, though still in the window (REC-03)', () => {
    const step = 57_000_000
    const claim = { secret: RFC_SECRET, now: atStep(step) }
    expect(matchingStep({ ...claim, code: codeOf(step), afterStep: step })).toBeNull()
    expect(matchingStep({ ...claim, code: codeOf(step - 1), afterStep: step })).toBeNull()
    expect(matchingStep({ ...claim, code: codeOf(step + 1), afterStep: step })).toBe(step + 1)
  })

  it('does not count while the clock stands before what was accepted (FLT-14)', () => {
    const step = 57_000_000
    const hourLater = step + 120
    expect(matchingStep({ secret: RFC_SECRET, code: codeOf(step), now: atStep(step), afterStep: hourLater })).toBeNull()
  })

  it('is read with spaces', () => {
    const code = codeOf(57_000_000)
    const spaced = ` ${code.slice(0, 3)} ${code.slice(3)} `
    expect(matchingStep({ secret: RFC_SECRET, code: spaced, now: atStep(57_000_000), afterStep: null })).toBe(
      57_000_000,
    )
  })

  it('is never an error, whatever was typed', () => {
    const anything = fc.oneof(fc.string(), fc.string({ unit: 'binary' }), fc.constantFrom('', '12345', '１２３４５６'))
    fc.assert(
      fc.property(anything, (code) => {
        const found = matchingStep({ secret: RFC_SECRET, code, now: atStep(57_000_000), afterStep: null })
        return found === null || /\d/.test(code)
      }),
    )
  })

  it('is of no malformed secret', () => {
    for (const secret of ['', 'ABC', 'gezdgnbvgy3tqojqgezdgnbvgy3tqojq', `${RFC_SECRET}=`]) {
      expect(matchingStep({ secret, code: '123456', now: atStep(57_000_000), afterStep: null })).toBeNull()
    }
  })
})

describe('a secret of the authenticator', () => {
  it('has 160 random bits in 32 letters without padding, and none comes twice in 10,000 (ENR-09)', () => {
    const secrets = Array.from({ length: 10_000 }, () => newTotpSecret(randomBytes))
    expect(new Set(secrets).size).toBe(secrets.length)
    expect(secrets.every((secret) => /^[A-Z2-7]{32}$/.test(secret))).toBe(true)

    // Each letter at each place is as likely as another: chi-square with 31 degrees of freedom, far in its tail.
    for (let place = 0; place < 32; place++) {
      const counts = new Map<string, number>()
      for (const secret of secrets) counts.set(secret.charAt(place), (counts.get(secret.charAt(place)) ?? 0) + 1)
      const expected = secrets.length / 32
      const distance = [...counts.values()].reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0)
      expect(counts.size).toBe(32)
      expect(distance).toBeLessThan(100)
    }
  })

  it('is the bytes it was given, as other libraries read them', () => {
    const bytes = new TextEncoder().encode('12345678901234567890')
    expect(newTotpSecret(() => bytes)).toBe(RFC_SECRET)
  })

  it('is shown in groups of four', () => {
    expect(groupsOfFour(RFC_SECRET)).toBe('GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ')
  })
})

describe('the otpauth address', () => {
  it('names issuer and account, both encoded', () => {
    expect(totpUri({ secret: RFC_SECRET, issuer: 'Zorg & Welzijn', account: 'jan+a@zorg.nl' })).toBe(
      `otpauth://totp/Zorg%20%26%20Welzijn:jan%2Ba%40zorg.nl?secret=${RFC_SECRET}&issuer=Zorg%20%26%20Welzijn`,
    )
  })

  it('reads back as it was written, whatever the issuer is called', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (issuer) => {
        const uri = new URL(totpUri({ secret: RFC_SECRET, issuer, account: 'jan@zorg.nl' }))
        const named = issuer.replaceAll(':', '')
        const [label, account, ...more] = decodeURIComponent(uri.pathname.replace(/^\//, '')).split(':')
        expect({ host: uri.host, label, account, more }).toEqual({
          host: 'totp',
          label: named,
          account: 'jan@zorg.nl',
          more: [],
        })
        expect(Object.fromEntries(uri.searchParams)).toEqual({ secret: RFC_SECRET, issuer: named })
      }),
    )
  })
})

describe('a code of a clock that is off', () => {
  const step = 57_000_000
  const claim = (drift: number, afterStep: number | null = null) => ({
    secret: RFC_SECRET,
    code: codeOf(step + drift),
    now: atStep(step, 15),
    afterStep,
  })

  it.each([
    [-21, false],
    [-20, true],
    [-2, true],
    [2, true],
    [20, true],
    [21, false],
  ])('of %i steps from now is known as one: %s', (drift, known) => {
    expect(matchingStep(claim(drift))).toBeNull()
    expect(stepOfOtherClock(claim(drift))).toBe(known ? step + drift : null)
  })

  it('is in seconds, negative when behind', () => {
    expect(clockOffSeconds(step - 4, atStep(step, 29.999))).toBe(-120)
    expect(clockOffSeconds(step + 2, atStep(step))).toBe(60)
  })

  it('is used up when its step was accepted, or one behind it (REC-01)', () => {
    expect(stepOfOtherClock(claim(-4, step - 4))).toBeNull()
    expect(stepOfOtherClock(claim(-4, step - 3))).toBeNull()
    expect(stepOfOtherClock(claim(-4, step - 5))).toBe(step - 4)
  })
})
