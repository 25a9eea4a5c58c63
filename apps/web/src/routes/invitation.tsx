import { Invitation } from '../features/links/invitation.tsx'
import { useNextStep } from '../features/sign-in/use-next-step.ts'

export function InvitationPage() {
  const toNextStep = useNextStep()
  return <Invitation onProgress={(step) => toNextStep(step, 'password-chosen')} />
}
