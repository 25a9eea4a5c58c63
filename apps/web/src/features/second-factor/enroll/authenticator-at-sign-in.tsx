import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { api } from '../../../client/api.ts'
import { problemCode } from '../../../client/errors.ts'
import { useCodeProblem } from '../../../client/second-step-problem.ts'
import { Button } from '../../../ui/button.tsx'
import { Loaded } from '../../../ui/loaded.tsx'
import { Steps } from '../../../ui/steps.tsx'
import type { SignInFlow } from '../sign-in-flow.ts'
import { CodeForm } from '../verify/code-form.tsx'
import { type Enrolment, enrolmentQuery } from './enrolment-query.ts'
import { isPhone, KeyForApp } from './key-for-app.tsx'
import { useAfterLinking } from './use-after-linking.ts'

type StepsProps = { enrolment: Enrolment; flow: SignInFlow }

/** Links the first authenticator: nothing counts before one correct code. */
export function AuthenticatorAtSignIn({ until, flow }: { until: string; flow: SignInFlow }) {
  const t = useTranslations('signInSteps')
  const { data, error, refetch } = useQuery(enrolmentQuery)
  return (
    <Loaded
      data={data}
      failed={t('loadFailed')}
      problem={error ? flow.problemText(error) : undefined}
      onRetry={refetch}
      lines={8}
    >
      {(enrolment) => (
        <>
          <p>{t('link.until', { at: new Date(until) })}</p>
          <LinkingSteps enrolment={enrolment} flow={flow} />
        </>
      )}
    </Loaded>
  )
}

function LinkingSteps({ enrolment, flow }: StepsProps) {
  const t = useTranslations('signInSteps.link')
  return (
    <Steps
      steps={[
        { title: t('install'), content: <p>{t('apps')}</p> },
        {
          title: isPhone() ? t('open', { service: enrolment.issuer }) : t('scan'),
          content: <Key enrolment={enrolment} />,
        },
        { title: t('typeCode'), content: <Confirm enrolment={enrolment} flow={flow} /> },
      ]}
    />
  )
}

function Key({ enrolment: { uri, secret, issuer: service } }: { enrolment: Enrolment }) {
  const t = useTranslations('signInSteps.link')
  const words = {
    ...{ qr: t('qr', { service }), key: t('key'), typeKey: t('cannotScanHint') },
    ...{ open: t('openInApp'), openHint: t('openHint') },
    ...{ cannotScan: t('cannotScan'), cannotOpen: t('cannotScan') },
    ...{ otherDevice: t('otherDevice'), otherDeviceHint: t('otherDeviceHint') },
  }
  return <KeyForApp uri={uri} secret={secret} words={words} />
}

function Confirm({ enrolment, flow }: StepsProps) {
  const t = useTranslations('signInSteps.link')
  const client = useQueryClient()
  const explain = useCodeProblem('authenticator', flow.problemText)
  const afterLinking = useAfterLinking(flow)
  const confirm = async (code: string) => {
    try {
      await afterLinking(await flow.call(() => api.signIn.confirmEnrolment({ body: { code } })))
    } catch (error) {
      // Begun again elsewhere, or too old: the sentence says that there is a new one.
      if (problemCode(error) === 'enrolment.expired') await client.refetchQueries(enrolmentQuery)
      throw error
    }
  }
  return (
    <CodeForm from="authenticator" send={confirm} explain={explain} advice={t('again', { service: enrolment.issuer })}>
      {(busy) => (
        <Button type="submit" wide busy={busy}>
          {t('submit')}
        </Button>
      )}
    </CodeForm>
  )
}
