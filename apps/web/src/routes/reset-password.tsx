import { ResetPassword } from '../features/links/reset-password.tsx'
import { useGoOn } from '../features/sign-in/use-go-on.ts'

export function ResetPasswordPage() {
  const goOn = useGoOn()
  return <ResetPassword onProgress={(step) => goOn(step, 'password-chosen')} />
}
