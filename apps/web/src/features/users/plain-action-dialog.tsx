import { useTranslations } from 'use-intl'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { Consequences } from './consequences.tsx'
import { DialogProblem } from './dialog-problem.tsx'
import { type PlainAction, usePlainAction } from './use-act.ts'
import type { User } from './user-queries.ts'

type PlainActionDialogProps = { action: PlainAction; user: User; onEnd: (outcome?: string) => void }

const HARMLESS: readonly PlainAction[] = ['reactivate', 'resend-invitation']

/** Asks before it acts, and says what will happen. */
export function PlainActionDialog({ action, user, onEnd }: PlainActionDialogProps) {
  const t = useTranslations('users')
  const act = usePlainAction(user.id)
  const { name, email } = user
  const confirm = () => act.mutate(action, { onSuccess: () => onEnd(t(`done.${action}`, { name, email })) })
  return (
    <ConfirmDialog
      opened
      title={t(`ask.${action}`, { name })}
      confirmLabel={t(`action.${action}`)}
      tone={HARMLESS.includes(action) ? 'primary' : 'danger'}
      busy={act.isPending}
      onConfirm={confirm}
      onCancel={() => !act.isPending && onEnd()}
    >
      <Consequences of={consequencesOf(action, user)} user={user} />
      <DialogProblem error={act.error} id={user.id} />
    </ConfirmDialog>
  )
}

/** For a program it is told in other words. */
function consequencesOf(action: PlainAction, { kind }: User) {
  if (kind === 'api' && action === 'deactivate') return 'deactivateApi'
  if (kind === 'api' && action === 'reactivate') return 'reactivateApi'
  return action
}
