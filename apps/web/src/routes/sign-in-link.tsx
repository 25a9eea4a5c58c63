import { LinkSecondStep } from '../features/sign-in/link-second-step.tsx'

export function SignInLinkPage() {
  return <LinkSecondStep />
}
