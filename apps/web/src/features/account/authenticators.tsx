import { AUTHENTICATORS_PER_ACCOUNT } from '@keyholder/domain'
import { IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { ButtonLink } from '../../ui/button.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Outcome } from '../../ui/outcome.tsx'
import classes from './account.module.css'
import { writePlace } from './account-part.ts'
import { type Authenticator, authenticatorsQuery } from './account-queries.ts'
import { AuthenticatorTable } from './authenticator-table.tsx'
import { RemoveAuthenticator } from './remove-authenticator.tsx'
import { RenameAuthenticator } from './rename-authenticator.tsx'
import { useAccountProblem } from './use-account-problem.ts'

type AuthenticatorsProps = {
  /** What came of the last act, also of one on another page of the account. */
  outcome: string | undefined
  onOutcome: (text: string | undefined) => void
}

type Act = { kind: 'rename' | 'remove'; authenticator: Authenticator }

/** The apps that give the code of the second step. */
export function Authenticators({ outcome, onOutcome }: AuthenticatorsProps) {
  const t = useTranslations('account')
  const problemText = useAccountProblem()
  const { data, error, refetch } = useQuery(authenticatorsQuery)
  const [act, setAct] = useState<Act>()
  const close = (text?: string) => {
    setAct(undefined)
    if (text) onOutcome(text)
  }
  const begin = (kind: Act['kind']) => (authenticator: Authenticator) => {
    onOutcome(undefined)
    setAct({ kind, authenticator })
  }
  return (
    <>
      <Loaded data={data} failed={t('failed')} problem={problemText(error)} onRetry={refetch}>
        {(authenticators) => (
          <div className={classes.lines}>
            <AuthenticatorTable authenticators={authenticators} onRename={begin('rename')} onRemove={begin('remove')} />
            <NextStep authenticators={authenticators} />
          </div>
        )}
      </Loaded>
      <RenameAuthenticator authenticator={act?.kind === 'rename' ? act.authenticator : undefined} onClose={close} />
      <RemoveAuthenticator authenticator={act?.kind === 'remove' ? act.authenticator : undefined} onClose={close} />
      <Outcome text={outcome} onDismiss={() => onOutcome(undefined)} />
    </>
  )
}

/** Another one, as long as there is room. The only one is replaced, never removed. */
function NextStep({ authenticators }: { authenticators: readonly Authenticator[] }) {
  const t = useTranslations('account')
  if (authenticators.length >= AUTHENTICATORS_PER_ACCOUNT) {
    return (
      <Notice tone="info">
        <p>{t('problem.authenticatorLimit', { count: String(AUTHENTICATORS_PER_ACCOUNT) })}</p>
      </Notice>
    )
  }
  return (
    <>
      {authenticators.length === 1 && (
        <Notice tone="info" title={t('authenticators.only')}>
          <p>{t('authenticators.onlyText')}</p>
        </Notice>
      )}
      <div>
        <ButtonLink to={writePlace({ part: 'authenticators', link: 'nieuw' })} icon={<IconPlus aria-hidden="true" />}>
          {t('authenticators.add')}
        </ButtonLink>
      </div>
    </>
  )
}
