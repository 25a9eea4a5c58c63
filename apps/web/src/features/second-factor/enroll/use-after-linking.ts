import type { Received, signIn } from '@keyholder/contracts'
import { useQueryClient } from '@tanstack/react-query'
import { showRecoveryCode } from '../recovery-code/recovery-code-query.ts'
import type { SignInFlow } from '../sign-in-flow.ts'

/** Goes on once something was linked: to the recovery code, or in when one was kept before. */
export function useAfterLinking({ onStep }: SignInFlow) {
  const client = useQueryClient()
  return async ({ recoveryCode, step }: Received<typeof signIn.confirmEnrollment>) => {
    if (recoveryCode !== null) showRecoveryCode(client, { code: recoveryCode, why: 'linked' })
    await onStep(step)
  }
}
