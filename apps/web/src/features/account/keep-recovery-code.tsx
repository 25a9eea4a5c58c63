import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { api } from '../../client/api.ts'
import { useFresh } from '../../client/step-up.ts'
import { useSession } from '../../client/use-session.ts'
import { ConfirmSavedForm } from '../../ui/confirm-saved-form.tsx'
import { RecoveryCode } from '../../ui/recovery-code.tsx'
import classes from './account.module.css'
import { accountQuery } from './account-queries.ts'
import { useAccountProblem } from './use-account-problem.ts'

/** The new code, shown this once, until its owner says that it was kept. */
export function KeepRecoveryCode({ code, onSaved }: { code: string; onSaved: () => void }) {
  const t = useTranslations('account.recovery')
  const problemText = useAccountProblem()
  const { user } = useSession()
  const fresh = useFresh()
  const client = useQueryClient()
  const keep = useMutation({
    mutationFn: () => fresh(() => api.account.keepRecoveryCode({ body: { kept: true } })),
    // How the second steps stand is part of the account.
    onSuccess: () => client.invalidateQueries({ queryKey: accountQuery.queryKey }).then(onSaved),
  })
  return (
    <div className={classes.stack}>
      <RecoveryCode code={code} email={user.email} />
      <ConfirmSavedForm
        submitLabel={t('done')}
        busy={keep.isPending}
        problem={problemText(keep.error)}
        onSaved={() => keep.mutateAsync()}
      />
    </div>
  )
}
