import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { useSession } from '../client/use-session.ts'
import { PolicyFacts } from '../features/policy/policy-facts.tsx'
import { PolicyForm } from '../features/policy/policy-form.tsx'
import { PolicyPhasedOut } from '../features/policy/policy-phased-out.tsx'
import { policyQuery } from '../features/policy/policy-query.ts'
import { usePolicyProblem } from '../features/policy/use-policy-problem.ts'
import { Loaded } from '../ui/loaded.tsx'
import { Outcome } from '../ui/outcome.tsx'
import { Page } from '../ui/page.tsx'
import { Stack } from '../ui/stack.tsx'

export function PolicyPage() {
  const t = useTranslations('policy')
  const problemText = usePolicyProblem()
  const { tenant } = useSession()
  const { data, error, refetch } = useQuery(policyQuery)
  const [outcome, setOutcome] = useState<string>()
  return (
    <Page title={t('title')} intro={<p>{t('intro', { organisation: tenant.name })}</p>}>
      <Loaded data={data} failed={t('failed')} problem={problemText(error)} onRetry={refetch} lines={7}>
        {(policy) =>
          policy.mayChange ? (
            <Stack>
              <p>{policy.changedAt ? t('changedAt', { at: new Date(policy.changedAt) }) : t('neverChanged')}</p>
              <PolicyPhasedOut phasedOut={policy.phasedOut} />
              {/* After each change the form starts over, with what holds now. */}
              <PolicyForm
                key={policy.changedAt}
                policy={policy}
                onEdit={() => setOutcome(undefined)}
                onSaved={() => setOutcome(t('saved'))}
              />
            </Stack>
          ) : (
            <PolicyFacts policy={policy} />
          )
        }
      </Loaded>
      <Outcome text={outcome} onDismiss={() => setOutcome(undefined)} />
    </Page>
  )
}
