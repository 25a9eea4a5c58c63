import { Invitation } from '../features/links/invitation.tsx'
import { useGoOn } from '../features/sign-in/use-go-on.ts'

export function InvitationPage() {
  const goOn = useGoOn()
  return <Invitation onProgress={(step) => goOn(step, 'password-chosen')} />
}
