import { IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { ButtonLink } from '../../ui/button.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import classes from './account.module.css'
import { writePlace } from './account-part.ts'
import { accountQuery } from './account-queries.ts'
import { useAccountProblem } from './use-account-problem.ts'

/** What the recovery code is for, and since when there is one. */
export function RecoveryCode() {
  const t = useTranslations('account')
  const problemText = useAccountProblem()
  const { data, error, refetch } = useQuery(accountQuery)
  return (
    <Loaded data={data} failed={t('failed')} problem={problemText(error)} onRetry={refetch}>
      {({ recoveryCodeMadeAt }) => (
        <div className={classes.stack}>
          <div className={classes.lines}>
            <p>
              <strong>
                {recoveryCodeMadeAt ? t('recovery.madeAt', { at: new Date(recoveryCodeMadeAt) }) : t('recovery.none')}
              </strong>
            </p>
            {recoveryCodeMadeAt && <p>{t('recovery.where')}</p>}
            <p>{t('recovery.lost')}</p>
          </div>
          <div>
            <ButtonLink
              to={writePlace({ part: 'authenticators', link: 'nieuw' })}
              look="secondary"
              icon={<IconPlus aria-hidden="true" />}
            >
              {t('recovery.addApp')}
            </ButtonLink>
          </div>
        </div>
      )}
    </Loaded>
  )
}
