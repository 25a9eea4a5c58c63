import { type BuiltInRole, type EventField, SCOPES } from '@keyholder/domain'
import { useFormatter, useTranslations } from 'use-intl'
import { useRoleName } from '../../messages/use-role-name.ts'
import { valueText } from './audit-words.ts'

// The log keeps the names of that moment; those of the built-in roles are Dutch.
const BUILT_IN_BY_NAME: ReadonlyMap<string, BuiltInRole> = new Map([
  ['Pakkethouder', 'holder'],
  ['Beheerder', 'administrator'],
  ['Redacteur', 'editor'],
  ['Lezer', 'reader'],
  ['API', 'api'],
  ['Functioneel beheerder', 'operator'],
])

/** Says what was stored with an event in the words of the pages, where they have them. */
export function useStoredText(): (field: EventField, value: string) => string {
  const t = useTranslations('audit')
  const can = useTranslations('roles.can')
  const roleName = useRoleName()
  const formatter = useFormatter()
  const permission = (name: string) => {
    const known = SCOPES.find((scope) => scope === name)
    return known ? can(known) : name
  }
  const momentText = (instant: string) => {
    return instant === '' ? t('details.none') : formatter.dateTime(new Date(instant), 'dateTime')
  }
  return (field, value) => {
    if (field === 'role') return roleName({ name: value, builtIn: BUILT_IN_BY_NAME.get(value) ?? null })
    if (field === 'scope' || field === 'scopes') return value.split(' ').map(permission).join(', ')
    if (field === 'graceEndsAt') return momentText(value)
    return valueText(field, value, t)
  }
}
