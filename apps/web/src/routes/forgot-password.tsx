import { ForgottenPassword } from '../features/links/forgotten-password.tsx'

export function ForgotPasswordPage() {
  return <ForgottenPassword />
}
