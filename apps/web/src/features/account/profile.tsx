import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { Details } from '../../ui/details.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { Outcome } from '../../ui/outcome.tsx'
import classes from './account.module.css'
import { accountQuery } from './account-queries.ts'
import { LanguageChoice } from './language-choice.tsx'
import { NameForm } from './name-form.tsx'
import { useAccountProblem } from './use-account-problem.ts'

/** Who one is here: address, name, language. */
export function Profile() {
  const t = useTranslations('account')
  const problemText = useAccountProblem()
  const { data, error, refetch } = useQuery(accountQuery)
  const [saved, setSaved] = useState<'nameSaved' | 'languageSaved'>()
  const forget = () => setSaved(undefined)
  return (
    <Loaded data={data} failed={t('failed')} problem={problemText(error)} onRetry={refetch}>
      {({ email, name }) => (
        <div className={classes.stack}>
          <Details
            items={[
              {
                term: t('profile.email'),
                value: (
                  <>
                    {email}
                    <br />
                    <span className={classes.soft}>{t('profile.emailHint')}</span>
                  </>
                ),
              },
            ]}
          />
          <NameForm name={name} onSave={forget} onSaved={() => setSaved('nameSaved')} />
          <LanguageChoice onSave={forget} onSaved={() => setSaved('languageSaved')} />
          <Outcome text={saved && t(`profile.${saved}`)} onDismiss={forget} />
        </div>
      )}
    </Loaded>
  )
}
