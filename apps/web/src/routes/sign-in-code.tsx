import { SecondStep } from '../features/sign-in/second-step.tsx'

export function SignInCodePage() {
  return <SecondStep />
}
