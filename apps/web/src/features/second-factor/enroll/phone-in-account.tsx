import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { Loaded } from '../../../ui/loaded.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { Page } from '../../../ui/page.tsx'
import { secondStepsQuery } from '../factor-queries.ts'
import { useFactorProblem } from '../use-factor-problem.ts'
import type { SentCode } from '../verify/ceremony.ts'
import { PhoneCodeStep } from './phone-code-step.tsx'
import { PhoneStep } from './phone-step.tsx'
import { LIST, useLinked } from './use-linked.ts'

type Begun = { phone: string; sent: SentCode }

/** Links a mobile number in two steps: the number, then the code that was sent to it. Until then an earlier number keeps working. */
export function PhoneInAccount({ onLinked }: { onLinked: (outcome: string) => void }) {
  const t = useTranslations('account')
  const problemText = useFactorProblem()
  const linked = useLinked(onLinked)
  const [begun, setBegun] = useState<Begun>()
  const [expired, setExpired] = useState(false)
  const { data, error, refetch } = useQuery(secondStepsQuery)
  const former = data?.factors.find(({ kind }) => kind === 'sms')
  const goal = former ? t('number.replaceTitle', { ending: former.ending ?? '' }) : t('number.addTitle')
  const step = begun ? 2 : 1
  const end = (sentTo: string) => linked(t(former ? 'number.replacedNow' : 'number.linkedNow', { number: sentTo }))
  const restart = () => {
    setBegun(undefined)
    setExpired(true)
  }
  return (
    <Page
      key={step}
      place={`phone ${step}`}
      step={t('link.step', { number: String(step) })}
      title={begun ? t('number.codeTitle') : goal}
      back={{ to: LIST, label: t('link.back') }}
    >
      <Loaded data={data} failed={t('failed')} problem={problemText(error)} onRetry={refetch}>
        {() =>
          begun ? (
            <PhoneCodeStep {...begun} onLinked={end} onExpired={restart} onOther={() => setBegun(undefined)} />
          ) : (
            <>
              {expired && (
                <Notice tone="warning">
                  <p>{t('number.expired')}</p>
                </Notice>
              )}
              <PhoneStep former={former} onBegun={setBegun} />
            </>
          )
        }
      </Loaded>
    </Page>
  )
}
