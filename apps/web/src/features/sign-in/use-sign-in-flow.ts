import type { SignInStep } from '@keyholder/domain'
import { useQueryClient } from '@tanstack/react-query'
import type { SignInState } from './steps.ts'
import { useNextStep } from './use-next-step.ts'
import { useStepCall } from './use-step-call.ts'
import { useStepProblem } from './use-step-problem.ts'
import { showSent } from './watch-sign-in-state.ts'

/** What the screens of a step need of the sign-in: how to call, how to go on, and what to say. */
export function useSignInFlow(step: SignInStep) {
  const client = useQueryClient()
  return {
    call: useStepCall(step),
    onStep: useNextStep(),
    onSent: (sent: SignInState['sent']) => showSent(client, step, sent),
    problemText: useStepProblem(),
  }
}
