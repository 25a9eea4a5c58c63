import { useTranslations } from 'use-intl'
import { Details } from '../../ui/details.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Stack } from '../../ui/stack.tsx'
import { PolicyPhasedOut } from './policy-phased-out.tsx'
import type { Policy } from './policy-query.ts'

/** The policy for users who may see it but not change it. */
export function PolicyFacts({ policy }: { policy: Policy }) {
  const t = useTranslations('policy')
  const { allowed, passkeyAlone, idleMinutes, absoluteHours, passwordMin, phasedOut } = policy
  const methods = (
    <ul>
      {allowed.map((kind) => (
        <li key={kind}>{t(`kind.${kind}`)}</li>
      ))}
    </ul>
  )
  return (
    <Stack>
      <Notice tone="info">
        <p>{t('readOnly')}</p>
      </Notice>
      <PolicyPhasedOut phasedOut={phasedOut} />
      <Details
        items={[
          { term: t('allowedTerm'), value: methods },
          { term: t('passkeyAloneTerm'), value: t(passkeyAlone ? 'yes' : 'no') },
          { term: t('idle'), value: t('idleOption', { minutes: idleMinutes }) },
          { term: t('absolute'), value: t('absoluteOption', { hours: absoluteHours }) },
          { term: t('passwordMin'), value: t('passwordMinOption', { count: String(passwordMin) }) },
        ]}
      />
    </Stack>
  )
}
