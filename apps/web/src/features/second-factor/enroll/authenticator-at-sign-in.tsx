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
import { type Enrollment, enrollmentQuery } from './enrollment-query.ts'
import { isPhone, KeyForApp } from './key-for-app.tsx'
import { useAfterLinking } from './use-after-linking.ts'

type StepsProps = { enrollment: Enrollment; flow: SignInFlow }

/** Links the first authenticator: nothing counts before one correct code. */
export function AuthenticatorAtSignIn({ until, flow }: { until: string; flow: SignInFlow }) {
  const t = useTranslations('signInSteps')
  const { data, error, refetch } = useQuery(enrollmentQuery)
  return (
    <Loaded
      data={data}
      failed={t('loadFailed')}
      problem={error ? flow.problemText(error) : undefined}
      onRetry={refetch}
      lines={8}
    >
      {(enrollment) => (
        <>
          <p>{t('link.until', { at: new Date(until) })}</p>
          <LinkingSteps enrollment={enrollment} flow={flow} />
        </>
      )}
    </Loaded>
  )
}

function LinkingSteps({ enrollment, flow }: StepsProps) {
  const t = useTranslations('signInSteps.link')
  return (
    <Steps
      steps={[
        { title: t('install'), content: <p>{t('apps')}</p> },
        {
          title: isPhone() ? t('open', { service: enrollment.issuer }) : t('scan'),
          content: <Key enrollment={enrollment} />,
        },
        { title: t('typeCode'), content: <Confirm enrollment={enrollment} flow={flow} /> },
      ]}
    />
  )
}

function Key({ enrollment: { uri, secret, issuer: service } }: { enrollment: Enrollment }) {
  const t = useTranslations('signInSteps.link')
  const words = {
    ...{ qr: t('qr', { service }), key: t('key'), typeKey: t('cannotScanHint') },
    ...{ open: t('openInApp'), openHint: t('openHint') },
    ...{ cannotScan: t('cannotScan'), cannotOpen: t('cannotScan') },
    ...{ otherDevice: t('otherDevice'), otherDeviceHint: t('otherDeviceHint') },
  }
  return <KeyForApp uri={uri} secret={secret} words={words} />
}

function Confirm({ enrollment, flow }: StepsProps) {
  const t = useTranslations('signInSteps.link')
  const client = useQueryClient()
  const explain = useCodeProblem('authenticator', flow.problemText)
  const afterLinking = useAfterLinking(flow)
  const confirm = async (code: string) => {
    try {
      await afterLinking(await flow.call(() => api.signIn.confirmEnrollment({ body: { code } })))
    } catch (error) {
      // Begun again elsewhere, or too old: the sentence says that there is a new one.
      if (problemCode(error) === 'enrollment.expired') await client.refetchQueries(enrollmentQuery)
      throw error
    }
  }
  return (
    <CodeForm from="authenticator" send={confirm} explain={explain} advice={t('again', { service: enrollment.issuer })}>
      {(busy) => (
        <Button type="submit" wide busy={busy}>
          {t('submit')}
        </Button>
      )}
    </CodeForm>
  )
}
