import type { BuiltInRole } from '@keyholder/domain'
import { useTranslations } from 'use-intl'

type Role = { name: string; builtIn: BuiltInRole | null }

/** A role in words: the ones that come with every organisation in the person's language, others by their own name. */
export function useRoleName(): (role: Role) => string {
  const t = useTranslations('roles.name')
  return ({ name, builtIn }) => (builtIn ? t(builtIn) : name)
}
