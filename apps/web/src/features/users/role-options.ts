import type { BuiltInRole } from '@keyholder/domain'
import { useTranslations } from 'use-intl'
import { useRoleName } from '../../messages/use-role-name.ts'

/** What this feature needs to know of a role. */
export type RoleChoice = { id: string; name: string; builtIn: BuiltInRole | null; givable: boolean }

/** The roles that may be given, each with what it is for. */
export function useRoleOptions(roles: readonly RoleChoice[]) {
  const t = useTranslations('roles.explanation')
  const roleName = useRoleName()
  return roles
    .filter(({ givable }) => givable)
    .map((role) => ({
      value: role.id,
      label: roleName(role),
      ...(role.builtIn && { hint: t(role.builtIn) }),
    }))
}
