import { ChangeRoleDialog } from './change-role-dialog.tsx'
import type { Action } from './offered-actions.ts'
import { PlainActionDialog } from './plain-action-dialog.tsx'
import type { RoleChoice } from './role-options.ts'
import { UnlinkDialog } from './unlink-dialog.tsx'
import type { User } from './user-queries.ts'

/** An action that was chosen and waits for its answer. */
export type Act = { action: Action; user: User }

type ActionDialogProps = Act & {
  roles: readonly RoleChoice[]
  /** Over: with what came of it in words, or without when it was called off. */
  onEnd: (outcome?: string) => void
}

/** The dialog that belongs to an act. */
export function ActionDialog({ action, roles, ...rest }: ActionDialogProps) {
  switch (action) {
    case 'unlink':
      return <UnlinkDialog {...rest} />
    case 'change-role':
      return <ChangeRoleDialog {...rest} roles={roles} />
    default:
      return <PlainActionDialog {...rest} action={action} />
  }
}
