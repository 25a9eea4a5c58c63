import { useTranslations } from 'use-intl'
import { AskUnlink } from './ask-unlink.tsx'
import { RelinkCodeDialog } from './relink-code-dialog.tsx'
import { useUnlink } from './use-act.ts'
import type { User } from './user-queries.ts'

type UnlinkDialogProps = { user: User; onEnd: (outcome?: string) => void }

/** Unlinks the second step of a user whose phone is new or lost: first the question, then the code to pass on. */
export function UnlinkDialog({ user, onEnd }: UnlinkDialogProps) {
  const t = useTranslations('users')
  const unlink = useUnlink(user.id)
  if (unlink.data) {
    const act = user.secondStep === 'unlinked' ? 'relink' : 'unlink'
    const end = () => onEnd(t(`done.${act}`, { name: user.name }))
    return <RelinkCodeDialog {...unlink.data} name={user.name} reason={unlink.variables} onEnd={end} />
  }
  return (
    <AskUnlink
      user={user}
      busy={unlink.isPending}
      error={unlink.error}
      onConfirm={(reason) => unlink.mutate(reason)}
      onCancel={() => onEnd()}
    />
  )
}
