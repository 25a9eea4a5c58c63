import { account } from '@keyholder/contracts'
import { useTranslations } from 'use-intl'
import { api } from '../../../client/api.ts'
import { problemCode } from '../../../client/errors.ts'
import { useFresh } from '../../../client/step-up.ts'
import { useContractForm } from '../../../client/use-contract-form.ts'
import { Form } from '../../../ui/form.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import type { Factor } from '../factor-queries.ts'
import { useFactorProblem } from '../use-factor-problem.ts'
import { LinkActions } from './link-actions.tsx'
import type { Begun } from './scan-step.tsx'

type NameStepProps = { replaced: Factor | undefined; onBegun: (begun: Begun) => void }

/** Step 1: a name, to tell it from others later. */
export function NameStep({ replaced, onBegun }: NameStepProps) {
  const t = useTranslations('account.link')
  const problemText = useFactorProblem()
  const fresh = useFresh()
  const { field, busy, props } = useContractForm({
    body: account.startAuthenticator.body,
    initialValues: { name: replaced?.name ?? '' },
    texts: { name: { missing: t('nameMissing'), wrong: t('nameWrong') } },
    send: async ({ name }) => {
      const body = { name, ...(replaced && { replaces: replaced.id }) }
      onBegun(await fresh(() => api.account.startAuthenticator({ body })))
    },
    problemText: (error) => (problemCode(error) === 'request.not_found' ? t('replacedGone') : problemText(error)),
  })
  return (
    <Form {...props}>
      {replaced && <p>{t('replaceText', { name: replaced.name })}</p>}
      <TextField {...field('name')} label={t('name')} hint={t('nameHint')} autoComplete="off" />
      <LinkActions label={t('next')} busy={busy} />
    </Form>
  )
}
