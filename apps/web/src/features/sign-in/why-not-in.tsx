import type { signIn as contract, Received } from '@keyholder/contracts'
import { useMutation } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { api } from '../../client/api.ts'
import { Button } from '../../ui/button.tsx'
import { FocusOnMount } from '../../ui/focus-on-mount.tsx'
import { ProblemNotice } from '../../ui/notice.tsx'
import { SecretBlock } from '../../ui/secret-block.tsx'
import { Section } from '../../ui/section.tsx'
import { Stack } from '../../ui/stack.tsx'
import { useStepProblem } from './use-step-problem.ts'
import { useWhyText } from './use-why-text.ts'

type Why = Received<typeof contract.why>

/** "Why do I not get in?": the true reason, what to do, and a code that the package holder can look up. */
export function WhyNotIn() {
  const t = useTranslations('signInSteps.why')
  const problemText = useStepProblem()
  const ask = useMutation({ mutationFn: () => api.signIn.why(), gcTime: 0 })
  if (ask.isSuccess) return <Answer why={ask.data} />
  return (
    <>
      <ProblemNotice>{ask.isError && problemText(ask.error)}</ProblemNotice>
      <Button look="quiet" busy={ask.isPending} onClick={() => ask.mutate()}>
        {t('ask')}
      </Button>
    </>
  )
}

function Answer({ why }: { why: Why }) {
  const t = useTranslations('signInSteps.why')
  const { reason, next } = useWhyText()(why)
  return (
    <FocusOnMount>
      <Section title={t('ask')}>
        <Stack>
          <div>
            <p>{reason}</p>
            <p>{next}</p>
          </div>
          <p>{t('readOut')}</p>
          <SecretBlock label={t('code')} secret={why.supportCode} large />
        </Stack>
      </Section>
    </FocusOnMount>
  )
}
