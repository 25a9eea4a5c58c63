import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { ButtonLink } from '../../../ui/button.tsx'
import { Loaded } from '../../../ui/loaded.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { Page } from '../../../ui/page.tsx'
import { secondStepsQuery } from '../factor-queries.ts'
import { useFactorProblem } from '../use-factor-problem.ts'
import { NameStep } from './name-step.tsx'
import { type Begun, ScanStep } from './scan-step.tsx'
import { LIST, useLinked } from './use-linked.ts'

type AuthenticatorInAccountProps = {
  /** The id of the one whose place it takes; undefined for one more. */
  replaces: string | undefined
  onLinked: (outcome: string) => void
}

/** Links an authenticator in two steps: a name, then the code of the app. Nothing changes before that code is right. */
export function AuthenticatorInAccount({ replaces, onLinked }: AuthenticatorInAccountProps) {
  const t = useTranslations('account')
  const problemText = useFactorProblem()
  const linked = useLinked(onLinked)
  const [begun, setBegun] = useState<Begun>()
  const { data, error, refetch } = useQuery(secondStepsQuery)
  const replaced = data?.factors.find(({ id, kind }) => id === replaces && kind === 'authenticator')
  const goal = replaced ? t('link.replaceTitle', { name: replaced.name }) : t('link.addTitle')
  const step = begun ? 2 : 1
  return (
    <Page
      key={step}
      place={`link ${step}`}
      step={t('link.step', { number: String(step) })}
      title={begun ? t('link.linkTitle') : goal}
      back={{ to: LIST, label: t('link.back') }}
    >
      <Loaded data={data} failed={t('failed')} problem={problemText(error)} onRetry={refetch}>
        {() => {
          if (begun) {
            return (
              <ScanStep
                begun={begun}
                onLinked={(name) => linked(t(replaces ? 'link.replacedNow' : 'link.linkedNow', { name }))}
                onRestart={() => setBegun(undefined)}
              />
            )
          }
          if (replaces && !replaced) return <ReplacedGone />
          return <NameStep replaced={replaced} onBegun={setBegun} />
        }}
      </Loaded>
    </Page>
  )
}

function ReplacedGone() {
  const t = useTranslations('account.link')
  return (
    <Notice
      tone="warning"
      action={
        <ButtonLink to={LIST} look="secondary">
          {t('back')}
        </ButtonLink>
      }
    >
      <p>{t('replacedGone')}</p>
    </Notice>
  )
}
