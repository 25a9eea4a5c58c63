import { ENROLLABLE_FACTORS, type FactorKind, POLICY_PASSWORD_MIN } from '@keyholder/domain'
import { dayOf, graceDays, startOfDay } from './grace-days.ts'
import type { Choice, Policy } from './policy-query.ts'
import type { Wrong } from './wrong-on-server.ts'

/** A policy as it stands in the form. */
export type PolicyValues = {
  allowed: FactorKind[]
  passkeyAlone: boolean
  idleMinutes: string
  absoluteHours: string
  passwordMin: string
  /** From which day (`2026-11-22`) what was taken away is no longer allowed; empty: at once. */
  day: string
}

export const IDLE_CHOICES = [5, 10, 15, 20, 30, 45, 60, 90, 120]
export const ABSOLUTE_CHOICES = [1, 2, 4, 8, 10, 12, 16, 24]
export const PASSWORD_CHOICES = [POLICY_PASSWORD_MIN.from, 10, 12, 14, 16, 20, 24, 32, 48, POLICY_PASSWORD_MIN.to]

/** What can be chosen, with what holds now among it. */
export function choicesWith(choices: readonly number[], current: number): number[] {
  return [...new Set([...choices, current])].sort((one, other) => one - other)
}

export function valuesOf(policy: Policy): PolicyValues {
  return {
    allowed: policy.allowed,
    passkeyAlone: policy.passkeyAlone,
    idleMinutes: String(policy.idleMinutes),
    absoluteHours: String(policy.absoluteHours),
    passwordMin: String(policy.passwordMin),
    day: policy.phasedOut ? dayOf(new Date(policy.phasedOut.at)) : '',
  }
}

/** What could be used until now, also for the while, and no longer could. */
export function takenAway(allowed: readonly FactorKind[], { allowed: before, phasedOut }: Policy): FactorKind[] {
  return [...before, ...(phasedOut?.kinds ?? [])].filter((kind) => !allowed.includes(kind))
}

/** What is sent. A day that was not touched stays the very moment that it was. */
export function choiceOf(values: PolicyValues, policy: Policy): Choice {
  const { allowed, day } = values
  return {
    allowed,
    passkeyAlone: values.passkeyAlone && allowed.includes('passkey'),
    idleMinutes: Number(values.idleMinutes),
    absoluteHours: Number(values.absoluteHours),
    passwordMin: Number(values.passwordMin),
    graceEndsAt: day === '' || takenAway(allowed, policy).length === 0 ? null : untilOf(day, policy),
  }
}

function untilOf(day: string, { phasedOut }: Policy): string {
  if (phasedOut && day === dayOf(new Date(phasedOut.at))) return phasedOut.at
  return startOfDay(day).toISOString()
}

/** Whether a choice is what holds already. */
export function isSame(choice: Choice, policy: Policy): boolean {
  return JSON.stringify(choice) === JSON.stringify(choiceOf(valuesOf(policy), policy))
}

/** What is wrong with the values before they are sent, by field. `touched`: users who lose their way in. */
export function wrongOf(
  { allowed, day }: PolicyValues,
  { policy, touched, now }: { policy: Policy; touched: number; now: Date },
): Wrong {
  if (allowed.length === 0) return { allowed: 'allowedMissing' }
  if (!ENROLLABLE_FACTORS.some((kind) => allowed.includes(kind))) return { allowed: 'linkedMissing' }
  if (takenAway(allowed, policy).length === 0) return {}
  if (day === '') return touched > 0 ? { day: 'dayMissing' } : {}
  const { from, to } = graceDays(now)
  const isKept = policy.phasedOut !== null && day === dayOf(new Date(policy.phasedOut.at))
  return isKept || (day >= from && day <= to) ? {} : { day: 'dayWrong' }
}
