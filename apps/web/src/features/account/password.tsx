import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import classes from '../../ui/arrangement.module.css'
import { Loaded } from '../../ui/loaded.tsx'
import { Outcome } from '../../ui/outcome.tsx'
import { accountQuery } from './account-queries.ts'
import { PasswordForm } from './password-form.tsx'
import { useAccountProblem } from './use-account-problem.ts'

/** Another password, for who knows the present one. */
export function Password() {
  const t = useTranslations('account')
  const problemText = useAccountProblem()
  const { data, error, refetch } = useQuery(accountQuery)
  const [changes, setChanges] = useState(0)
  const [outcome, setOutcome] = useState<string>()
  const forget = () => setOutcome(undefined)
  const tell = () => {
    setChanges((count) => count + 1)
    setOutcome(t('password.changed'))
  }
  return (
    <>
      <Loaded data={data} failed={t('failed')} problem={problemText(error)} onRetry={refetch}>
        {(account) => (
          <div className={classes.stack}>
            <p>{t('password.changedAt', { at: new Date(account.passwordChangedAt) })}</p>
            {/* An empty form again after each change. */}
            <PasswordForm key={changes} account={account} onSend={forget} onChanged={tell} />
          </div>
        )}
      </Loaded>
      <Outcome text={outcome} onDismiss={forget} />
    </>
  )
}
