import { useTranslations } from 'use-intl'
import { api } from '../../../client/api.ts'
import { useFresh } from '../../../client/step-up.ts'
import type { Factor } from '../factor-queries.ts'
import { useFactorProblem } from '../use-factor-problem.ts'
import type { SentCode } from '../verify/ceremony.ts'
import { LinkActions } from './link-actions.tsx'
import { PhoneForm } from './phone-form.tsx'

type PhoneStepProps = {
  /** The number whose place it takes. */
  former: Factor | undefined
  onBegun: (begun: { phone: string; sent: SentCode }) => void
}

/** Step 1: the number. Sending the form sends the code. */
export function PhoneStep({ former, onBegun }: PhoneStepProps) {
  const t = useTranslations('account.number')
  const fresh = useFresh()
  const start = async (phone: string) =>
    onBegun({ phone, sent: await fresh(() => api.account.startPhone({ body: { phone } })) })
  return (
    <PhoneForm
      words={{ label: t('label'), hint: t('hint'), missing: t('missing') }}
      intro={former?.ending && <p>{t('replaceText', { ending: former.ending })}</p>}
      send={start}
      problemText={useFactorProblem()}
    >
      {(busy) => <LinkActions label={t('send')} busy={busy} />}
    </PhoneForm>
  )
}
