import type { signIn as contract, Received } from '@keyholder/contracts'
import { useQueryClient } from '@tanstack/react-query'
import { showRecoveryCode } from './recovery-code-query.ts'
import { useNextStep } from './use-next-step.ts'

/** Goes on once something was linked: to the recovery code, or in when one was kept before. */
export function useAfterLinking() {
  const client = useQueryClient()
  const toNextStep = useNextStep()
  return async ({ recoveryCode, step }: Received<typeof contract.confirmEnrolment>) => {
    if (recoveryCode !== null) showRecoveryCode(client, { code: recoveryCode, why: 'linked' })
    await toNextStep(step)
  }
}
