import { WHY_REASONS } from '@keyholder/contracts'
import {
  AUDIT_ACTIONS,
  AUDIT_OUTCOMES,
  AUTH_METHODS,
  EVENT_GROUPS,
  EVENT_REASONS,
  EVENTS,
  type EventField,
  LANGUAGES,
  MEMBERSHIP_STATUSES,
  type ProblemCode,
  UNLINK_REASONS,
} from '@keyholder/domain'
import type { AuditEvent } from './audit-query.ts'
import type { AuditText } from './audit-sentence.ts'

/** The actions to choose from, in groups. */
export function actionChoices(t: AuditText) {
  return EVENT_GROUPS.map((group) => ({
    group: t(`words.group.${group}`),
    items: AUDIT_ACTIONS.filter((action) => EVENTS[action].group === group).map((action) => ({
      value: action,
      label: t(`words.action.${action}`),
    })),
  }))
}

/** Problems that the log gives as a reason: what was not allowed, or was wrong. */
const PROBLEM_REASONS = [
  'code.too_many',
  'code.wrong',
  'password.wrong',
  'sign_in.deactivated',
  'sign_in.package_ended',
  'sign_in.password_void',
  'factor.disabled',
  'factor.not_allowed',
  'session.forbidden',
  'session.not_fresh',
  'session.weak',
  'session.factor_not_allowed',
  'user.self',
  'user.is_holder',
  'user.outranks_you',
  'user.other_home',
  'role.not_givable',
  'package.has_no_users',
  'scope.not_grantable',
  'link.other_account',
  'passkey.refused',
  'passkey.not_alone',
  'email.unlinked_recently',
  'policy.not_in_package',
] as const satisfies readonly ProblemCode[]

const REASONS = [...EVENT_REASONS, ...UNLINK_REASONS, ...PROBLEM_REASONS] as const

/** Why it ended so, in words; a reason that is not known is given as it was stored. */
export function reasonText(reason: string, t: AuditText): string {
  const known = oneOf(REASONS, reason)
  return known ? t(`words.reason.${withoutDots(known)}`) : reason
}

type WithoutDots<S extends string> = S extends `${infer Head}.${infer Tail}` ? `${Head}_${WithoutDots<Tail>}` : S

/** A key of the texts: a dot would begin another level there. */
function withoutDots<S extends string>(text: S): WithoutDots<S> {
  // @ts-expect-error replaceAll forgets which text it was given.
  return text.replaceAll('.', '_')
}

/** What the event is about: a name, or what kind of thing it is. */
export function objectText({ kind, name }: NonNullable<AuditEvent['object']>, t: AuditText): string {
  const isReadable = kind !== 'email' && kind !== 'client'
  return name && isReadable ? `${name} (${t(`words.kind.${kind}`)})` : t(`words.kind.${kind}`)
}

/** Which second step, in words. */
function factorText(factor: string, t: AuditText): string {
  const known = oneOf(AUTH_METHODS, factor)
  return known ? t(`words.factor.${known}`) : factor
}

/** Several of them, as they are stored: divided by commas. */
function factorsText(factors: string, t: AuditText): string {
  if (factors === '') return t('details.none')
  return factors
    .split(', ')
    .map((factor) => factorText(factor, t))
    .join(', ')
}

export function fieldText(field: EventField, t: AuditText): string {
  return t(`words.field.${field}`)
}

/** A stored value in words, where it has them. */
export function valueText(field: EventField, value: string, t: AuditText): string {
  const status = field === 'status' && oneOf(MEMBERSHIP_STATUSES, value)
  if (status) return t(`words.status.${status}`)
  const language = field === 'language' && oneOf(LANGUAGES, value)
  if (language) return t(`words.language.${language}`)
  const action = field === 'action' && oneOf(AUDIT_ACTIONS, value)
  if (action) return t(`words.action.${action}`)
  const outcome = field === 'outcome' && oneOf(AUDIT_OUTCOMES, value)
  if (outcome) return t(`outcomes.${outcome}`)
  if (field === 'secondFactor' || field === 'method') return factorText(value, t)
  if (field === 'allowed' || field === 'phasedOut') return factorsText(value, t)
  if (field === 'passkeyAlone') return t(value === 'yes' ? 'words.yes' : 'words.no')
  const why = field === 'reason' && oneOf(WHY_REASONS, value)
  if (why) return t(`words.why.${why}`)
  return field === 'search' ? t('words.yes') : value
}

function oneOf<Value extends string>(values: readonly Value[], text: string): Value | undefined {
  return values.find((value) => value === text)
}
