import type { SignInStep } from '@keyholder/domain'
import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useEffect } from 'react'
import { useLocation, useNavigate } from 'react-router'
import { useTranslations } from 'use-intl'
import { problemCode } from '../../client/errors.ts'
import { useProblemText } from '../../client/problem-text.ts'
import { Loaded } from '../../ui/loaded.tsx'
import { Stack } from '../../ui/stack.tsx'
import { RestartButton } from './restart-button.tsx'
import { SignInNews } from './sign-in-news.tsx'
import classes from './sign-in-step-gate.module.css'
import { type SignInState, stepUrl } from './steps.ts'
import { watchedSignInState } from './watch-sign-in-state.ts'
import { WhyNotIn } from './why-not-in.tsx'

/** What is shown while the sign-in stands at `step`. When it stands elsewhere, or nowhere any more, the right page follows. */
export function SignInStepGate({ step, children }: { step: SignInStep; children: (state: SignInState) => ReactNode }) {
  const t = useTranslations('signInSteps')
  const problemText = useProblemText()
  const { data, error, refetch } = useQuery(watchedSignInState(step))
  const elsewhere = useElsewhere(step, data?.step, problemCode(error) === 'attempt.missing')
  return (
    <Loaded
      data={elsewhere ? undefined : data}
      failed={t('loadFailed')}
      problem={error && !elsewhere ? problemText(error) : undefined}
      onRetry={refetch}
    >
      {(state) => (
        <Stack>
          <SignInNews />
          {children(state)}
          <div className={classes.foot}>
            {/* At the recovery code the user is as good as in. */}
            {step !== 'keep-recovery-code' && <WhyNotIn />}
            <RestartButton />
          </div>
        </Stack>
      )}
    </Loaded>
  )
}

function useElsewhere(step: SignInStep, now: SignInStep | undefined, isOver: boolean): boolean {
  const navigate = useNavigate()
  const { search } = useLocation()
  const ip = isOver ? stepUrl('done', search, 'expired') : now && now !== step && stepUrl(now, search)
  useEffect(() => {
    if (ip) void navigate(ip, { replace: true })
  }, [ip, navigate])
  return Boolean(ip)
}
