import type { signIn as contract, Received } from '@keyholder/contracts'
import { useQueryClient } from '@tanstack/react-query'
import { showRecoveryCode } from './recovery-code-query.ts'
import { useGoOn } from './use-go-on.ts'

/** Goes on once something was linked: to the recovery code, or in when one was kept before. */
export function useAfterLinking() {
  const client = useQueryClient()
  const goOn = useGoOn()
  return async ({ recoveryCode, step }: Received<typeof contract.confirmEnrollment>) => {
    if (recoveryCode !== null) showRecoveryCode(client, { code: recoveryCode, why: 'linked' })
    await goOn(step)
  }
}
