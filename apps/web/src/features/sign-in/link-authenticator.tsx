import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { api } from '../../app/api.ts'
import { problemCode, useCodeProblem } from '../../app/errors.ts'
import { Button } from '../../ui/button.tsx'
import { CodeForm } from '../../ui/code-form.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { Steps } from '../../ui/steps.tsx'
import { type Enrollment, enrollmentQuery } from './enrollment-query.ts'
import { PassKey } from './pass-key.tsx'
import { useAfterLinking } from './use-after-linking.ts'
import { useStepCall } from './use-step-call.ts'
import { useStepProblem } from './use-step-problem.ts'

/** Links the first authenticator: nothing counts before one correct code. */
export function LinkAuthenticator({ until }: { until: string }) {
  const t = useTranslations('signInSteps')
  const problemText = useStepProblem()
  const { data, error, refetch } = useQuery(enrollmentQuery)
  return (
    <Loaded
      data={data}
      failed={t('loadFailed')}
      problem={error ? problemText(error) : undefined}
      onRetry={refetch}
      lines={8}
    >
      {(enrollment) => <LinkingSteps enrollment={enrollment} until={until} />}
    </Loaded>
  )
}

function LinkingSteps({ enrollment, until }: { enrollment: Enrollment; until: string }) {
  const t = useTranslations('signInSteps.link')
  const { issuer: service } = enrollment
  const isPhone = window.matchMedia('(pointer: coarse), (max-width: 40em)').matches
  const passKey = isPhone ? t('open', { service }) : t('scan')
  return (
    <>
      <p>{t('until', { at: new Date(until) })}</p>
      <Steps
        steps={[
          { title: t('install'), content: <p>{t('apps')}</p> },
          { title: passKey, content: <PassKey enrollment={enrollment} isPhone={isPhone} /> },
          { title: t('typeCode'), content: <Confirm enrollment={enrollment} /> },
        ]}
      />
    </>
  )
}

function Confirm({ enrollment }: { enrollment: Enrollment }) {
  const t = useTranslations('signInSteps.link')
  const client = useQueryClient()
  const explain = useCodeProblem('authenticator', useStepProblem())
  const afterLinking = useAfterLinking()
  const call = useStepCall('enrol')
  const confirm = async (code: string) => {
    try {
      await afterLinking(await call(() => api.signIn.confirmEnrollment({ body: { code } })))
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
