import { describe, expect, it } from 'vitest'
import { PACKAGE_KINDS } from './packages.ts'
import { allowedAt, eachOnce, enrollableAt, isGrace, PACKAGE_FACTORS, phasedOutBy, policyOfPackage } from './policy.ts'
import { ENROLLABLE_FACTORS, FACTOR_KINDS, type FactorKind } from './sign-in.ts'

const NOW = new Date('2026-11-21T12:00:00.000Z')
const DAY = 86_400_000
const after = (milliseconds: number) => new Date(NOW.getTime() + milliseconds)

type Kinds = readonly FactorKind[]
const kept = (allowed: Kinds, phasedOut: Kinds = [], graceEndsAt: Date | null = null) => ({
  allowed,
  phasedOut,
  graceEndsAt,
})

describe('the policy of a package', () => {
  it.each(PACKAGE_KINDS)('allows in %s what the package has, and asks for the password too', (kind) => {
    const policy = policyOfPackage(kind)
    expect(policy).toMatchObject({ passkeyAlone: false, idleMinutes: 30, absoluteHours: 12, passwordMin: 8 })
    expect(allowedAt(policy, kind, NOW)).toEqual(PACKAGE_FACTORS[kind])
  })

  it.each(PACKAGE_KINDS)('has something to link in %s, strongest habit first', (kind) => {
    expect(enrollableAt(policyOfPackage(kind), kind).slice(0, 2)).toEqual(['authenticator', 'passkey'])
  })

  it.each(['entry', 'provider', 'platform'] as const)('allows no message with a code in %s', (kind) => {
    expect(PACKAGE_FACTORS[kind]).not.toContain('sms')
    expect(PACKAGE_FACTORS[kind]).not.toContain('email')
  })
})

describe('what takes the second step', () => {
  it.each<[string, ReturnType<typeof kept>, Kinds]>([
    ['what is allowed', kept(['sms', 'authenticator']), ['authenticator', 'sms']],
    ['what is leaving, until the last moment', kept(['authenticator'], ['sms'], after(1)), ['authenticator', 'sms']],
    ['nothing that has left', kept(['authenticator'], ['sms'], NOW), ['authenticator']],
    ['nothing that leaves without a date', kept(['authenticator'], ['sms'], null), ['authenticator']],
  ])('is %s', (_, policy, expected) => {
    expect(allowedAt(policy, 'institution', NOW)).toEqual(expected)
  })

  it('stays within the package, also when that was larger once', () => {
    expect(allowedAt(kept(['authenticator', 'sms'], ['email'], after(DAY)), 'entry', NOW)).toEqual(['authenticator'])
  })

  it('is never nothing: where a smaller package leaves none to link, it is all that the package has', () => {
    for (const allowed of [['sms'], ['sms', 'email'], []] as const) {
      expect(allowedAt(kept(allowed), 'entry', NOW)).toEqual(['authenticator', 'passkey'])
      expect(enrollableAt({ allowed }, 'entry')).toEqual(['authenticator', 'passkey'])
    }
  })

  it('is more than the e-mail code alone', () => {
    expect(allowedAt(kept(['email']), 'institution', NOW)).toEqual(FACTOR_KINDS)
  })
})

describe('what can be linked', () => {
  it('is what is allowed and can be linked at all: no e-mail code', () => {
    expect(enrollableAt({ allowed: ['email', 'sms', 'passkey'] }, 'institution')).toEqual(['passkey', 'sms'])
    expect(enrollableAt(policyOfPackage('institution'), 'institution')).toEqual(ENROLLABLE_FACTORS)
  })
})

describe('what leaves by a change', () => {
  const house = { kind: 'institution', now: NOW } as const
  it.each<[string, Kinds, ReturnType<typeof kept>, Kinds]>([
    ['what is taken away', ['authenticator'], kept(['authenticator', 'sms', 'email']), ['sms', 'email']],
    ['what was leaving already too', ['passkey'], kept(['passkey', 'sms'], ['email'], after(1)), ['sms', 'email']],
    ['nothing that comes back', ['passkey', 'email'], kept(['passkey'], ['email'], after(1)), []],
    ['nothing that had left before', ['passkey'], kept(['passkey'], ['email'], NOW), []],
    ['nothing when more is allowed', FACTOR_KINDS, kept(['authenticator']), []],
  ])('is %s', (_, allowed, current, expected) => {
    expect(phasedOutBy({ allowed }, current, house)).toEqual(expected)
  })
})

describe('a grace', () => {
  it.each<[string, Date, Date | null, boolean]>([
    ['ends a day from now at the soonest', after(DAY), null, true],
    ['ends no sooner', after(DAY - 1), null, false],
    ['ends 180 days from now at the latest', after(180 * DAY), null, true],
    ['ends no later', after(180 * DAY + 1), null, false],
    ['stays what it was, however soon that is', after(1), after(1), true],
    ['is not moved to sooner than a day', after(1), after(2), false],
    ['that is over does not come back', NOW, NOW, false],
    ['is a moment', new Date('no moment'), null, false],
  ])('%s', (_, until, current, expected) => {
    expect(isGrace(until, { current, now: NOW })).toBe(expected)
  })
})

describe('kinds', () => {
  it('are named once, in one order', () => {
    expect(eachOnce(['email', 'sms', 'email', 'authenticator'])).toEqual(['authenticator', 'sms', 'email'])
  })
})
