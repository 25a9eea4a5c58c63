import { useQuery } from '@tanstack/react-query'
import { useLocation } from 'react-router'
import { chosen, methodIn } from '../features/second-factor/verify/method-url.ts'
import { useVerifyTitle } from '../features/second-factor/verify/use-verify-title.ts'
import { VerifyAtSignIn } from '../features/second-factor/verify/verify-at-sign-in.tsx'
import { SignInStepGate } from '../features/sign-in/sign-in-step-gate.tsx'
import { signInStateQuery } from '../features/sign-in/steps.ts'
import { useSignInFlow } from '../features/sign-in/use-sign-in-flow.ts'
import { Page } from '../ui/page.tsx'

/** The second step: it begins with the preferred method, unless the address asks for another one that is offered. */
export function SignInCodePage() {
  const { search } = useLocation()
  const { data } = useQuery(signInStateQuery('factor'))
  const flow = useSignInFlow('factor')
  const wanted = methodIn(search)
  const offer = chosen(data?.methods ?? [], ({ method }) => method === wanted)
  return (
    <Page title={useVerifyTitle(offer, data)} place={wanted ?? ''}>
      <SignInStepGate step="factor">{(state) => <VerifyAtSignIn {...{ offer, state, flow }} />}</SignInStepGate>
    </Page>
  )
}
