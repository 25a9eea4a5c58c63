import { ENROLLABLE_FACTORS } from '@keyholder/domain'
import { useQuery } from '@tanstack/react-query'
import { useLocation } from 'react-router'
import { useTranslations } from 'use-intl'
import { EnrollAtSignIn } from '../features/second-factor/enroll/enroll-at-sign-in.tsx'
import { chosen, methodIn } from '../features/second-factor/verify/method-url.ts'
import { SignInStepGate } from '../features/sign-in/sign-in-step-gate.tsx'
import { signInStateQuery } from '../features/sign-in/steps.ts'
import { useSignInFlow } from '../features/sign-in/use-sign-in-flow.ts'
import { Page } from '../ui/page.tsx'

const TEXTS = { authenticator: 'link', sms: 'linkNumber', passkey: 'linkPasskey' } as const

/** Linking at the sign-in begins with the first kind that may be linked, unless the address asks for another one. */
export function SignInLinkPage() {
  const t = useTranslations('signInSteps')
  const { search } = useLocation()
  const { data } = useQuery(signInStateQuery('enrol'))
  const flow = useSignInFlow('enrol')
  const wanted = methodIn(search)
  const kind = chosen(data?.enrollable ?? ENROLLABLE_FACTORS, (enrollable) => enrollable === wanted) ?? 'authenticator'
  return (
    <Page
      key={kind}
      {...(!data?.noLongerAllowed && { step: t('link.step') })}
      title={t(`${TEXTS[kind]}.title`)}
      intro={<p>{t(`${TEXTS[kind]}.intro`)}</p>}
      place={wanted ?? ''}
    >
      <SignInStepGate step="enrol">
        {(state) => <EnrollAtSignIn kind={kind} state={state} flow={flow} />}
      </SignInStepGate>
    </Page>
  )
}
