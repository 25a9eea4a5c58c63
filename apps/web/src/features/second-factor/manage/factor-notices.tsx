import { useTranslations } from 'use-intl'
import { Notice, ProblemNotice } from '../../../ui/notice.tsx'
import type { SecondSteps } from '../factor-queries.ts'
import { useKinds } from './use-kinds.ts'

type FactorNoticesProps = {
  steps: SecondSteps
  /** Why the last act failed. */
  problem: string | undefined
}

/** What its owner should know of the second step before anything else. */
export function FactorNotices({ steps: { factors, phasedOut }, problem }: FactorNoticesProps) {
  const t = useTranslations('account.steps')
  const kinds = useKinds()
  const usable = factors.filter(({ allowed }) => allowed)
  return (
    <>
      <ProblemNotice>{problem && <p>{problem}</p>}</ProblemNotice>
      {phasedOut && (
        <Notice tone="warning" title={t('leaving', { kinds: kinds(phasedOut.kinds), at: new Date(phasedOut.at) })}>
          <p>{t('leavingText')}</p>
        </Notice>
      )}
      {factors.length === 0 && (
        <Notice tone="warning" title={t('none')}>
          <p>{t('noneText')}</p>
        </Notice>
      )}
      {usable.length === 1 && (
        <Notice tone="info" title={t('only')}>
          <p>{t('onlyText')}</p>
        </Notice>
      )}
    </>
  )
}
