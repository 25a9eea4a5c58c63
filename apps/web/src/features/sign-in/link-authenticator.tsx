import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { api } from '../../client/api.ts'
import { problemCode } from '../../client/errors.ts'
import { useCodeProblem } from '../../client/second-step-problem.ts'
import { Button } from '../../ui/button.tsx'
import { CodeForm } from '../../ui/code-form.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { Steps } from '../../ui/steps.tsx'
import { type Enrolment, enrolmentQuery } from './enrolment-query.ts'
import { PassKey } from './pass-key.tsx'
import { useAfterLinking } from './use-after-linking.ts'
import { useStepCall } from './use-step-call.ts'
import { useStepProblem } from './use-step-problem.ts'

/** Links the first authenticator: nothing counts before one correct code. */
export function LinkAuthenticator({ until }: { until: string }) {
  const t = useTranslations('signInSteps')
  const problemText = useStepProblem()
  const { data, error, refetch } = useQuery(enrolmentQuery)
  return (
    <Loaded
      data={data}
      failed={t('loadFailed')}
      problem={error ? problemText(error) : undefined}
      onRetry={refetch}
      lines={8}
    >
      {(enrolment) => <LinkingSteps enrolment={enrolment} until={until} />}
    </Loaded>
  )
}

function LinkingSteps({ enrolment, until }: { enrolment: Enrolment; until: string }) {
  const t = useTranslations('signInSteps.link')
  const { issuer: service } = enrolment
  const isPhone = window.matchMedia('(pointer: coarse), (max-width: 40em)').matches
  const passKey = isPhone ? t('open', { service }) : t('scan')
  return (
    <>
      <p>{t('until', { at: new Date(until) })}</p>
      <Steps
        steps={[
          { title: t('install'), content: <p>{t('apps')}</p> },
          { title: passKey, content: <PassKey enrolment={enrolment} isPhone={isPhone} /> },
          { title: t('typeCode'), content: <Confirm enrolment={enrolment} /> },
        ]}
      />
    </>
  )
}

function Confirm({ enrolment }: { enrolment: Enrolment }) {
  const t = useTranslations('signInSteps.link')
  const client = useQueryClient()
  const explain = useCodeProblem('authenticator', useStepProblem())
  const afterLinking = useAfterLinking()
  const call = useStepCall('enrol')
  const confirm = async (code: string) => {
    try {
      await afterLinking(await call(() => api.signIn.confirmEnrolment({ body: { code } })))
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
