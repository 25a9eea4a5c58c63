import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { useRoleName } from '../../messages/use-role-name.ts'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { RadioField } from '../../ui/radio-field.tsx'
import { DialogProblem } from './dialog-problem.tsx'
import { type RoleChoice, useRoleOptions } from './role-options.ts'
import { useChangeRole } from './use-act.ts'
import type { User } from './user-queries.ts'

type ChangeRoleDialogProps = { user: User; roles: readonly RoleChoice[]; onEnd: (outcome?: string) => void }

/** Another role, of those that the person who asks may give. */
export function ChangeRoleDialog({ user, roles, onEnd }: ChangeRoleDialogProps) {
  const t = useTranslations('users')
  const roleName = useRoleName()
  const options = useRoleOptions(roles)
  const [roleId, setRoleId] = useState(user.role.id)
  const [asked, setAsked] = useState(false)
  const isSame = roleId === user.role.id
  const change = useChangeRole(user.id)
  const confirm = () => {
    setAsked(true)
    const role = roles.find(({ id }) => id === roleId)
    if (!role || isSame) return
    change.mutate(roleId, {
      onSuccess: () => onEnd(t('done.change-role', { name: user.name, role: roleName(role) })),
    })
  }
  return (
    <ConfirmDialog
      opened
      title={t('ask.change-role', { name: user.name })}
      confirmLabel={t('action.change-role')}
      tone="primary"
      busy={change.isPending}
      onConfirm={confirm}
      onCancel={() => !change.isPending && onEnd()}
    >
      <RadioField
        name="new-role"
        label={t('chooseRole')}
        options={options}
        value={roleId}
        onChange={setRoleId}
        error={asked && isSame && t('sameRole', { name: user.name })}
      />
      <DialogProblem error={change.error} id={user.id} />
    </ConfirmDialog>
  )
}
