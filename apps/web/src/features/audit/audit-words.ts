import { WHY_REASONS } from '@keyholder/contracts'
import {
  AUDIT_ACTIONS,
  AUDIT_OUTCOMES,
  AUTH_METHODS,
  EVENT_GROUPS,
  EVENTS,
  type EventField,
  LANGUAGES,
  MEMBERSHIP_STATUSES,
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

// With underscores for dots, as the texts have them.
const REASONS = [
  'password',
  'password_unreadable',
  'email_unknown',
  'sign_in_no_access',
  'code_too_many',
  'secret',
  'client_unknown',
  'scope',
  'revoked',
  'deactivated',
  'package',
  'new-phone',
  'lost-or-stolen',
  'leaver',
  'code_wrong',
  'password_wrong',
  'sign_in_deactivated',
  'sign_in_package_ended',
  'factor_disabled',
  'session_forbidden',
  'user_self',
  'user_is_holder',
  'user_outranks_you',
  'user_other_home',
  'role_not_givable',
  'package_has_no_users',
  'scope_not_grantable',
  'link_other_account',
  'passkey_refused',
  'passkey_not_alone',
  'factor_not_allowed',
  'session_not_fresh',
  'session_weak',
  'session_factor_not_allowed',
  'sign_in_password_void',
  'email_unlinked_recently',
  'policy_not_in_package',
  'session_too_many',
  'operator',
  'smsByTenant',
  'smsByRange',
  'smsByCountry',
  'smsOverall',
] as const

/** Why it ended so, in words; a reason that is not known is given as it was stored. */
export function reasonText(reason: string, t: AuditText): string {
  const known = oneOf(REASONS, reason.replaceAll('.', '_'))
  return known ? t(`words.reason.${known}`) : reason
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
