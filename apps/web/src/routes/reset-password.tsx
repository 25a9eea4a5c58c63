import { ResetPassword } from '../features/links/reset-password.tsx'
import { useNextStep } from '../features/sign-in/use-next-step.ts'

export function ResetPasswordPage() {
  const toNextStep = useNextStep()
  return <ResetPassword onProgress={(step) => toNextStep(step, 'password-chosen')} />
}
