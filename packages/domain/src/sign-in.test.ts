import { describe, expect, it } from 'vitest'
import {
  AUTH_METHODS,
  type EmailCodeState,
  ENROLLABLE_FACTORS,
  emailCodeRefusal,
  FACTOR_KINDS,
  type FactorState,
  isStrong,
  stepAfterEnrollment,
  stepAfterPassword,
  stepAfterSecondStep,
  usableMethods,
} from './sign-in.ts'

const NOW = new Date('2026-11-22T08:00:00Z')
const DAY = 86_400_000
const ago = (days: number, more = 0) => new Date(NOW.getTime() - days * DAY - more)
const PROVEN: EmailCodeState = { provenAt: ago(300), resetByMailAt: null, uses: [] }

/** Somebody with everything, whom the organisation allows everything. */
const factorState = (more: Partial<FactorState> = {}): FactorState => ({
  linked: ENROLLABLE_FACTORS,
  allowed: FACTOR_KINDS,
  hasRecoveryCode: true,
  recoveryCodeKept: true,
  relinkPending: false,
  emailCode: PROVEN,
  ...more,
})

describe('after the password', () => {
  it.each([
    [[], false, false, 'enrol'],
    [[], true, false, 'factor'],
    [['sms'], false, false, 'factor'],
    [['passkey'], true, false, 'factor'],
    // An unlinking comes before everything: the password alone would do otherwise (REC-18).
    [[], false, true, 'relink'],
    [[], true, true, 'relink'],
    [['authenticator'], true, true, 'relink'],
  ] as const)('linked %j, recovery code %s, unlinked %s: %s', (linked, hasRecoveryCode, relinkPending, step) => {
    expect(stepAfterPassword({ linked, hasRecoveryCode, relinkPending })).toBe(step)
  })
})

describe('the ways to show', () => {
  it('are all that one has, in one order, and the recovery code last', () => {
    expect(usableMethods(factorState(), NOW)).toEqual(AUTH_METHODS)
  })

  it.each([
    ['what is not linked', { linked: ['sms'] }, ['sms', 'email', 'recovery-code']],
    ['the recovery code that there is not', { hasRecoveryCode: false }, FACTOR_KINDS],
    [
      'the e-mail code, when it may not be used',
      { emailCode: { ...PROVEN, provenAt: null } },
      ['authenticator', 'passkey', 'sms', 'recovery-code'],
    ],
    ['anything after an unlinking (ENR-17)', { relinkPending: true }, []],
  ] as const)('are without %s', (_, more, methods) => {
    expect(usableMethods(factorState(more), NOW)).toEqual(methods)
  })

  it('keep what is linked and no longer allowed: it leads on to linking', () => {
    const methods = usableMethods(factorState({ allowed: ['authenticator'] }), NOW)
    expect(methods).toEqual(['authenticator', 'passkey', 'sms', 'recovery-code'])
  })
})

describe('after the second step', () => {
  const allowed = FACTOR_KINDS

  it.each([
    ['authenticator', true, 'done'],
    ['passkey', true, 'done'],
    ['sms', true, 'done'],
    ['email', true, 'done'],
    ['authenticator', false, 'keep-recovery-code'],
    ['passkey', false, 'keep-recovery-code'],
    ['sms', false, 'keep-recovery-code'],
    // The weak one makes no recovery code.
    ['email', false, 'done'],
    // Used up.
    ['recovery-code', true, 'keep-recovery-code'],
    ['recovery-code', false, 'keep-recovery-code'],
  ] as const)('by %s, recovery code kept %s: %s', (method, recoveryCodeKept, step) => {
    expect(stepAfterSecondStep(method, { allowed, recoveryCodeKept })).toBe(step)
  })

  it.each(FACTOR_KINDS)('by %s, which is not allowed, comes linking what is', (method) => {
    for (const recoveryCodeKept of [true, false]) {
      const others = FACTOR_KINDS.filter((kind) => kind !== method)
      expect(stepAfterSecondStep(method, { allowed: others, recoveryCodeKept })).toBe('enrol')
    }
  })

  it('by the recovery code it does not matter what the organisation allows', () => {
    expect(stepAfterSecondStep('recovery-code', { allowed: [], recoveryCodeKept: true })).toBe('keep-recovery-code')
  })
})

describe('after linking', () => {
  it.each([
    [true, 'done'],
    [false, 'keep-recovery-code'],
  ] as const)('recovery code kept %s: %s', (recoveryCodeKept, step) => {
    expect(stepAfterEnrollment({ recoveryCodeKept })).toBe(step)
  })
})

describe('the e-mail code', () => {
  const uses = (count: number, at: Date) => Array.from({ length: count }, () => at)

  it.each([
    ['proven long ago', {}, null],
    ['never proven (ENR-15)', { provenAt: null }, 'not-proven'],
    ['reset by mail just now', { resetByMailAt: NOW }, 'after-reset'],
    ['reset by mail almost seven days ago', { resetByMailAt: ago(7, -1) }, 'after-reset'],
    ['reset by mail seven days ago', { resetByMailAt: ago(7) }, null],
    ['four times in thirty days', { uses: uses(4, ago(29)) }, null],
    ['five times in thirty days', { uses: uses(5, ago(30, -1)) }, 'used-up'],
    ['five times, the first thirty days ago', { uses: [ago(30), ...uses(4, ago(1))] }, null],
    ['never proven, and reset', { provenAt: null, resetByMailAt: NOW }, 'not-proven'],
    ['reset, and used up', { resetByMailAt: NOW, uses: uses(5, NOW) }, 'after-reset'],
  ] as const)('%s: %s', (_, more, refusal) => {
    expect(emailCodeRefusal(factorState({ emailCode: { ...PROVEN, ...more } }), NOW)).toBe(refusal)
  })

  it('is what the organisation allows, and nothing after an unlinking (ENR-17)', () => {
    expect(emailCodeRefusal(factorState({ allowed: ENROLLABLE_FACTORS }), NOW)).toBe('not-allowed')
    expect(emailCodeRefusal(factorState({ relinkPending: true }), NOW)).toBe('unlinked')
  })

  it('is the only weak way', () => {
    expect(AUTH_METHODS.filter((method) => !isStrong(method))).toEqual(['email'])
  })
})
