import { useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { api } from '../../../client/api.ts'
import { useFresh } from '../../../client/step-up.ts'
import { useSession } from '../../../client/use-session.ts'
import classes from '../../../ui/arrangement.module.css'
import { useFactorProblem } from '../use-factor-problem.ts'
import { ConfirmSavedForm } from './confirm-saved-form.tsx'
import { ShownRecoveryCode } from './shown-recovery-code.tsx'

/** The new code, shown this once, until its owner says that it was kept. */
export function KeepInAccount({ code, onSaved }: { code: string; onSaved: () => void }) {
  const t = useTranslations('account.recovery')
  const { user } = useSession()
  const fresh = useFresh()
  const client = useQueryClient()
  const keep = async () => {
    await fresh(() => api.account.keepRecoveryCode({ body: { kept: true } }))
    await client.invalidateQueries({ queryKey: ['account'] })
    onSaved()
  }
  return (
    <div className={classes.stack}>
      <ShownRecoveryCode code={code} email={user.email} />
      <ConfirmSavedForm submitLabel={t('done')} send={keep} problemText={useFactorProblem()} />
    </div>
  )
}
