import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { Loaded } from '../../../ui/loaded.tsx'
import { Outcome } from '../../../ui/outcome.tsx'
import { Page } from '../../../ui/page.tsx'
import { Stack } from '../../../ui/stack.tsx'
import { secondStepsQuery } from '../factor-queries.ts'
import { useFactorProblem } from '../use-factor-problem.ts'
import { KeepInAccount } from './keep-in-account.tsx'
import { RecoveryCodeState } from './recovery-code-state.tsx'

/** What the recovery code is for and how it stands; a new one is shown once, in the place of all that. */
export function RecoveryCode() {
  const t = useTranslations('account')
  const problemText = useFactorProblem()
  const { data, error, refetch } = useQuery(secondStepsQuery)
  const [code, setCode] = useState<string>()
  const [outcome, setOutcome] = useState<string>()
  const made = (fresh: string) => {
    setOutcome(undefined)
    setCode(fresh)
  }
  const kept = () => {
    setCode(undefined)
    setOutcome(t('recovery.keptNow'))
  }
  if (code) {
    return (
      <Page key="new" place="recovery-code new" title={t('recovery.newTitle')} intro={<p>{t('recovery.newText')}</p>}>
        <KeepInAccount code={code} onSaved={kept} />
      </Page>
    )
  }
  return (
    <Page
      key="state"
      place="recovery-code"
      step={t('title')}
      title={t('part.recovery-code')}
      intro={<p>{t('intro.recovery-code')}</p>}
    >
      <Stack>
        <Loaded data={data} failed={t('failed')} problem={problemText(error)} onRetry={refetch}>
          {({ recovery }) => <RecoveryCodeState recovery={recovery} onMade={made} />}
        </Loaded>
        <Outcome text={outcome} onDismiss={() => setOutcome(undefined)} />
      </Stack>
    </Page>
  )
}
