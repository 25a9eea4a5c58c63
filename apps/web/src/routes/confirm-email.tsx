import { ConfirmEmail } from '../features/links/confirm-email.tsx'

export function ConfirmEmailPage() {
  return <ConfirmEmail />
}
