import { KeepRecoveryCode } from '../features/sign-in/keep-recovery-code.tsx'

export function SignInRecoveryCodePage() {
  return <KeepRecoveryCode />
}
