import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import classes from '../../ui/arrangement.module.css'
import { ButtonLink } from '../../ui/button.tsx'
import { Details } from '../../ui/details.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { Outcome } from '../../ui/outcome.tsx'
import { writePlace } from './account-place.ts'
import { type Account, accountQuery } from './account-queries.ts'
import { LanguageChoice } from './language-choice.tsx'
import { NameForm } from './name-form.tsx'
import { NewEmail } from './new-email.tsx'
import { useAccountProblem } from './use-account-problem.ts'

type ProfileProps = {
  /** What came of the last act, also of one on another page of the account. */
  outcome: string | undefined
  onOutcome: (text: string | undefined) => void
}

/** Who one is here: address, name, language. */
export function Profile({ outcome, onOutcome }: ProfileProps) {
  const t = useTranslations('account')
  const problemText = useAccountProblem()
  const { data, error, refetch } = useQuery(accountQuery)
  const forget = () => onOutcome(undefined)
  return (
    <Loaded data={data} failed={t('failed')} problem={problemText(error)} onRetry={refetch}>
      {(account) => (
        <div className={classes.stack}>
          <Address account={account} onOutcome={onOutcome} />
          <NameForm name={account.name} onSave={forget} onSaved={() => onOutcome(t('profile.nameSaved'))} />
          <LanguageChoice onSave={forget} onSaved={() => onOutcome(t('profile.languageSaved'))} />
          <Outcome text={outcome} onDismiss={forget} />
        </div>
      )}
    </Loaded>
  )
}

type AddressProps = { account: Account; onOutcome: ProfileProps['onOutcome'] }

function Address({ account: { email, newEmail }, onOutcome }: AddressProps) {
  const t = useTranslations('account.profile')
  const value = (
    <>
      {email}
      <br />
      <span className={classes.soft}>{t('emailHint')}</span>
    </>
  )
  const action = (
    <ButtonLink to={writePlace({ part: 'profile', change: 'email' })} look="secondary" size="small">
      {t('changeEmail')}
    </ButtonLink>
  )
  return (
    <>
      <Details items={[{ term: t('email'), value, action }]} />
      {newEmail && <NewEmail waiting={newEmail} onOutcome={onOutcome} />}
    </>
  )
}
