import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import classes from '../../../ui/arrangement.module.css'
import { Loaded } from '../../../ui/loaded.tsx'
import { Outcome } from '../../../ui/outcome.tsx'
import { type Factor, type SecondSteps as Steps, secondStepsQuery } from '../factor-queries.ts'
import { useFactorProblem } from '../use-factor-problem.ts'
import { AddFactor } from './add-factor.tsx'
import { EmailCode } from './email-code.tsx'
import { FactorNotices } from './factor-notices.tsx'
import { FactorTable } from './factor-table.tsx'
import { RemoveFactor } from './remove-factor.tsx'
import { RenameFactor } from './rename-factor.tsx'
import { useFactorActs } from './use-factor-acts.ts'

type SecondStepsProps = {
  /** What came of the last act, also of one on another page of the account. */
  outcome: string | undefined
  onOutcome: (text: string | undefined) => void
}

/** Everything that takes the second step, and what can be done with each. */
export function SecondSteps({ outcome, onOutcome }: SecondStepsProps) {
  const t = useTranslations('account')
  const problemText = useFactorProblem()
  const { data, error, refetch } = useQuery(secondStepsQuery)
  return (
    <>
      <Loaded data={data} failed={t('failed')} problem={problemText(error)} onRetry={refetch}>
        {(steps) => <Linked steps={steps} onOutcome={onOutcome} />}
      </Loaded>
      <Outcome text={outcome} onDismiss={() => onOutcome(undefined)} />
    </>
  )
}

type Asked = { about: 'rename' | 'remove'; factor: Factor }

function Linked({ steps, onOutcome }: { steps: Steps; onOutcome: SecondStepsProps['onOutcome'] }) {
  const acts = useFactorActs(onOutcome)
  const [asked, setAsked] = useState<Asked>()
  const ask = (about: Asked['about']) => (factor: Factor) => {
    onOutcome(undefined)
    setAsked({ about, factor })
  }
  const close = (text?: string) => {
    setAsked(undefined)
    if (text) onOutcome(text)
  }
  return (
    <div className={classes.lines}>
      <FactorNotices steps={steps} problem={acts.problem} />
      {steps.factors.length > 0 && (
        <FactorTable
          steps={steps}
          onTry={acts.tryOut}
          onPrefer={acts.prefer}
          onRename={ask('rename')}
          onRemove={ask('remove')}
        />
      )}
      <AddFactor steps={steps} />
      <EmailCode state={steps.emailCode} />
      <RenameFactor factor={asked?.about === 'rename' ? asked.factor : undefined} onClose={close} />
      <RemoveFactor factor={asked?.about === 'remove' ? asked.factor : undefined} onClose={close} />
    </div>
  )
}
