import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { Arrival } from '../../ui/arrival.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { Notice } from '../../ui/notice.tsx'
import classes from './account.module.css'
import { accountQuery } from './account-queries.ts'
import { PasswordForm } from './password-form.tsx'
import { useAccountProblem } from './use-account-problem.ts'

/** Another password, for who knows the present one. */
export function Password() {
  const t = useTranslations('account')
  const problemText = useAccountProblem()
  const { data, error, refetch } = useQuery(accountQuery)
  const [changed, setChanged] = useState(false)
  if (changed) {
    return (
      <Arrival>
        <Notice tone="success" title={t('password.changed')}>
          <p>{t('password.changedText')}</p>
        </Notice>
      </Arrival>
    )
  }
  return (
    <Loaded data={data} failed={t('failed')} problem={problemText(error)} onRetry={refetch}>
      {({ email, passwordChangedAt }) => (
        <div className={classes.stack}>
          <p>{t('password.changedAt', { at: new Date(passwordChangedAt) })}</p>
          <PasswordForm email={email} onChanged={() => setChanged(true)} />
        </div>
      )}
    </Loaded>
  )
}
