import { useQuery } from '@tanstack/react-query'
import { useLocation } from 'react-router'
import { useVerifyTitle } from '../features/second-factor/verify/use-verify-title.ts'
import { VerifyAtSignIn } from '../features/second-factor/verify/verify-at-sign-in.tsx'
import { chosen, wayIn } from '../features/second-factor/verify/way-address.ts'
import { SignInStepGate } from '../features/sign-in/sign-in-step-gate.tsx'
import { standingQuery } from '../features/sign-in/steps.ts'
import { useSignInFlow } from '../features/sign-in/use-sign-in-flow.ts'
import { Page } from '../ui/page.tsx'

/** The second step: it begins with the preferred way, unless the address asks for another one that is offered. */
export function SignInCodePage() {
  const { search } = useLocation()
  const { data } = useQuery(standingQuery('factor'))
  const flow = useSignInFlow('factor')
  const wanted = wayIn(search)
  const offer = chosen(data?.ways ?? [], ({ way }) => way === wanted)
  return (
    <Page title={useVerifyTitle(offer, data)} place={wanted ?? ''}>
      <SignInStepGate step="factor">{(standing) => <VerifyAtSignIn {...{ offer, standing, flow }} />}</SignInStepGate>
    </Page>
  )
}
